// What List does, compiled from input.hjx
import { everything as $ } from "hjx:runtime/local/everything.js";
import { program, put } from "hjx:runtime/local/program.js";
import Row$ from "hjx:program/Row";

const rowLoop = {
  item: "row",
  index: "i",
  list: (state) => state.shown,
  key: (state, item, index) => item?.id,
  owner: { get: (state) => state.rows, set: (state, value) => { state.rows = value; } },
};

const cellLoop = {
  item: "cell",
  index: "index",
  list: (state) => state.row?.cells,
  owner: { get: (state) => state.row?.cells, set: (state, value) => { state.row = put(state.row, ["cells"], value, "row"); } },
};

export default program({
  name: "List",
  source: "input.hjx",
  state: { rows: [], title: "Rows" },
  local: { only: "" },
  computed: {
    shown: (state) => $.onList(state.rows, "filter", (row$) => !state.only || row$?.kind === state.only),
  },
  places: {
    shown: "14:3",
  },
  handlers: {
    remove(turn, state, id$, at$) {
      turn.at = "29:5"; state.rows = $.onList(state.rows, "filter", (row$) => row$?.id !== id$);
      turn.at = "30:5"; turn.log("" + $.str(state.row?.id) + " at " + $.str(state.i) + ", " + $.str(turn.el?.id));
    },
  },
  events: {
    2: { at: "21:65", handler: "remove", loops: [rowLoop], args: (turn, state) => [state.row?.id, state.i] },
  },
  binds: {
    0: { at: "18:12", loops: [], set: (state, value) => { state.only = value; } },
    3: { at: "25:18", loops: [rowLoop, cellLoop], set: (state, value) => { state.row = put(state.row, ["cells", state.index], value, "row"); } },
  },
  uses: {
    2: {
      program: Row$,
      around: [rowLoop, { when: (state) => (state.row?.kind === "text") }],
      given: {
        heading: { get: (state) => `${$.text(state.title)} ${$.text(state.i)}` },
        text: { get: (state) => state.row?.text, set: (state, value) => { state.row = put(state.row, ["text"], value, "row"); } },
      },
    },
    3: {
      program: Row$,
      around: [rowLoop, { when: (state) => !(state.row?.kind === "text") }, cellLoop],
      given: {
        heading: { get: (state) => state.cell },
        mark: { get: (state) => 1 },
      },
    },
  },
  loops: ["row", "i", "cell", "index"],
});
