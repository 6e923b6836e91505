// What Statements does, compiled from input.hjx
import { everything as $ } from "hjx:runtime/local/everything.js";
import { program, put } from "hjx:runtime/local/program.js";

export default program({
  name: "Statements",
  source: "input.hjx",
  state: { count: 0, form: {name: "", tags: []}, groups: [{id: 1, items: [{id: 1, done: false}]}] },
  local: { note: "a" },
  computed: {
    double: (state) => $.prim(state.count) * 2,
    open: (state) => $.onList(state.groups, "filter", (group$) => $.onList(group$?.items, "some", (item$) => !item$?.done)),
  },
  places: {
    double: "12:3",
    open: "13:3",
  },
  handlers: {
    add(turn, state, step$, more$) {
      turn.at = "22:5"; let now$ = Date.now();
      turn.at = "23:5"; now$ = $.add(now$, step$);
      turn.at = "24:5"; if ($.prim(step$) > 1 && !more$) {
        turn.at = "25:7"; let now$2 = "later";
        turn.at = "26:7"; turn.log("" + $.str(now$2) + " " + $.str(state.double));
      } else if (state.note) {
        turn.at = "28:7"; turn.emit("added", {step: step$, now: now$});
      } else {
        turn.at = "30:7"; turn.broadcast("nothing", null);
      }
      turn.at = "31:5"; state.count = $.add(state.count, Number($.prim(step$)) || 1);
      turn.at = "32:5"; state.form = put(state.form, ["name"], state.note, "form");
      turn.at = "33:5"; state.form = put(state.form, ["tags", $.get(state.form?.tags, "length")], $.uuid(), "form");
      turn.at = "34:5"; turn.call("all", state, ...turn.spread(state.form?.tags));
    },
    all(turn, state, first$) {
      turn.at = "36:5"; for (const group$ of turn.passes(state.open, "group", { get: () => state.groups, set: (list) => { state.groups = list; } })) {
        turn.at = "37:7"; for (const item$ of turn.passes(group$.item?.items, "item", { get: () => group$.item?.items, set: (list) => { group$.item = put(group$.item, ["items"], list, "group"); } })) {
          turn.at = "38:9"; item$.item = put(item$.item, ["done"], first$ === group$.index, "item");
        }
      }
      turn.at = "39:5"; for (const tag$ of turn.items(state.form?.tags)) {
        turn.at = "40:7"; turn.log(tag$);
      }
      turn.at = "41:5"; for (const [at$, tag$2] of turn.items(state.form?.tags).entries()) {
        turn.at = "42:7"; turn.log($.add(at$, tag$2));
      }
    },
  },
  events: {
    0: { at: "17:13", handler: "add", loops: [], args: (turn, state) => [turn.event?.key, ...turn.spread([1, 2])] },
    1: { at: "18:13", handler: "all", loops: [], args: () => [] },
  },
  binds: {},
  uses: {},
  loops: [],
});
