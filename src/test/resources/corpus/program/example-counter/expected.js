// What Counter does, compiled from input.hjx
import { everything as $ } from "hjx:runtime/local/everything.js";
import { program, put } from "hjx:runtime/local/program.js";

export default program({
  name: "Counter",
  source: "input.hjx",
  state: { count: 0 },
  local: {},
  computed: {},
  places: {},
  handlers: {
    increment(turn, state) {
      turn.at = "23:5"; state.count = $.prim(state.count) + 1;
    },
    decrement(turn, state) {
      turn.at = "25:5"; state.count = $.prim(state.count) - 1;
    },
    reset(turn, state) {
      turn.at = "27:5"; state.count = 0;
    },
  },
  events: {
    0: { at: "11:20", handler: "decrement", loops: [], args: () => [] },
    1: { at: "12:21", handler: "reset", loops: [], args: () => [] },
    2: { at: "13:28", handler: "increment", loops: [], args: () => [] },
  },
  binds: {},
  uses: {},
  loops: [],
});
