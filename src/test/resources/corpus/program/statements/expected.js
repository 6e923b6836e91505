// What Statements does, compiled from input.hjx
import { everything as $ } from "hjx:runtime/local/everything.js";
import { program, put } from "hjx:runtime/local/program.js";

export default program({
  name: "Statements",
  state: { count: 0, form: {name: "", tags: []}, groups: [{id: 1, items: [{id: 1, done: false}]}] },
  local: { note: "a" },
  computed: {
    double: (state) => $.prim(state.count) * 2,
    open: (state) => $.onList(state.groups, "filter", (group$) => $.onList(group$?.items, "some", (item$) => !item$?.done)),
  },
  handlers: {
    add(turn, state, step$, more$) {
      let now$ = Date.now();
      now$ = $.add(now$, step$);
      if ($.prim(step$) > 1 && !more$) {
        let now$2 = "later";
        turn.log("" + $.str(now$2) + " " + $.str(state.double));
      } else if (state.note) {
        turn.emit("added", {step: step$, now: now$});
      } else {
        turn.broadcast("nothing", null);
      }
      state.count = $.add(state.count, Number($.prim(step$)) || 1);
      state.form = put(state.form, ["name"], state.note, "form");
      state.form = put(state.form, ["tags", $.get(state.form?.tags, "length")], $.uuid(), "form");
      turn.call("all", state, ...turn.spread(state.form?.tags));
    },
    all(turn, state, first$) {
      for (const group$ of turn.passes(state.open, "group", { get: () => state.groups, set: (list) => { state.groups = list; } })) {
        for (const item$ of turn.passes(group$.item?.items, "item", { get: () => group$.item?.items, set: (list) => { group$.item = put(group$.item, ["items"], list, "group"); } })) {
          item$.item = put(item$.item, ["done"], first$ === group$.index, "item");
        }
      }
      for (const tag$ of turn.items(state.form?.tags)) {
        turn.log(tag$);
      }
      for (const [at$, tag$2] of turn.items(state.form?.tags).entries()) {
        turn.log($.add(at$, tag$2));
      }
    },
  },
  events: {
    0: { handler: "add", loops: [], args: (turn, state) => [turn.event?.key, ...turn.spread([1, 2])] },
    1: { handler: "all", loops: [], args: () => [] },
  },
  binds: {},
  uses: {},
  loops: [],
});
