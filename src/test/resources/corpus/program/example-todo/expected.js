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
  state: { todos: [] },
  local: { title: "", filter: "all" },
  computed: {
    open: (state) => $.get($.onList(state.todos, "filter", (todo$) => !todo$?.done), "length"),
  },
  handlers: {
    add(turn, state) {
      if ($.call(state.title, "trim")) {
        state.todos = $.call([...state.todos, {id: $.uuid(), title: $.call($.call(state.title, "trim"), "slice", 0, 200), done: false}], "slice", -200);
        state.title = "";
      }
    },
    remove(turn, state, id$) {
      state.todos = $.onList(state.todos, "filter", (todo$) => todo$?.id !== id$);
    },
    show(turn, state, choice$) {
      state.filter = choice$;
    },
  },
  events: {
    0: { handler: "add", loops: [], args: () => [] },
    3: { handler: "remove", loops: [todoLoop], args: (turn, state) => [state.todo?.id] },
    4: { handler: "show", loops: [choiceLoop], args: (turn, state) => [state.choice] },
  },
  binds: {
    1: { loops: [], set: (state, value) => { state.title = value; } },
    2: { loops: [todoLoop], set: (state, value) => { state.todo = put(state.todo, ["done"], value, "todo"); } },
  },
  uses: {},
  loops: ["todo", "index", "choice"],
});
