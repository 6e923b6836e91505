// What Todo does, compiled from input.hjx
import { everything as $ } from "hjx:runtime/local/everything.js";
import { program, put } from "hjx:runtime/local/program.js";

const todoLoop = {
  item: "todo",
  index: "index",
  list: (state) => $.onList(state.todos, "filter", (todo$) => state.filter === "all" || todo$?.done === (state.filter === "done")),
  key: (state, item, index) => item?.id,
  owner: { get: (state) => state.todos, set: (state, value) => { state.todos = value; } },
};

const choiceLoop = {
  item: "choice",
  index: "index",
  list: (state) => ["all", "open", "done"],
};

export default program({
  name: "Todo",
  source: "input.hjx",
  state: { todos: [] },
  local: { title: "", filter: "all" },
  computed: {
    open: (state) => $.get($.onList(state.todos, "filter", (todo$) => !todo$?.done), "length"),
  },
  places: {
    open: "11:3",
  },
  handlers: {
    add(turn, state) {
      turn.at = "56:5"; if ($.call(state.title, "trim")) {
        turn.at = "57:7"; state.todos = $.call([...state.todos, {id: $.uuid(), title: $.call($.call(state.title, "trim"), "slice", 0, 200), done: false}], "slice", -200);
        turn.at = "58:7"; state.title = "";
      }
    },
    remove(turn, state, id$) {
      turn.at = "60:5"; state.todos = $.onList(state.todos, "filter", (todo$) => todo$?.id !== id$);
    },
    show(turn, state, choice$) {
      turn.at = "62:5"; state.filter = choice$;
    },
  },
  events: {
    0: { at: "18:15", handler: "add", loops: [], args: () => [] },
    3: { at: "27:26", handler: "remove", loops: [todoLoop], args: (turn, state) => [state.todo?.id] },
    4: { at: "32:17", handler: "show", loops: [choiceLoop], args: (turn, state) => [state.choice] },
  },
  binds: {
    1: { at: "19:98", loops: [], set: (state, value) => { state.title = value; } },
    2: { at: "25:23", loops: [todoLoop], set: (state, value) => { state.todo = put(state.todo, ["done"], value, "todo"); } },
  },
  uses: {},
  loops: ["todo", "index", "choice"],
});
