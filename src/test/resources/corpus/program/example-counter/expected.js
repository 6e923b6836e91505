// What Counter does, compiled from input.hjx
import { everything as $ } from "hjx:runtime/local/everything.js";
import { program, put } from "hjx:runtime/local/program.js";

export default program({
  name: "Counter",
  state: { count: 0 },
  local: {},
  computed: {},
  handlers: {
    increment(turn, state) {
      state.count = $.prim(state.count) + 1;
    },
    decrement(turn, state) {
      state.count = $.prim(state.count) - 1;
    },
    reset(turn, state) {
      state.count = 0;
    },
  },
  events: {
    0: { handler: "decrement", loops: [], args: () => [] },
    1: { handler: "reset", loops: [], args: () => [] },
    2: { handler: "increment", loops: [], args: () => [] },
  },
  binds: {},
  uses: {},
  loops: [],
});
