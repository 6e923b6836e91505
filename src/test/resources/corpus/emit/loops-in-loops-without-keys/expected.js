// Loops, compiled from input.hjx
import { block, component, elements, gap, hole, last, show, text, when } from "hjx:runtime/dom.js";
import { each } from "hjx:runtime/loops.js";
import * as $ from "hjx:runtime/operators.js";

const ROWS = 1;
const TWICE = 1 << 1;
const ROW = 1 << 2;
const ITEM = 1 << 2;
const R = 1 << 3;
const INDEX_2 = 1 << 3;
const CELL = 1 << 4;
const INDEX = 1 << 5;
const el = elements("h-53ebc6");

const item2 = block(
  () => el("span", null, ""),
  (scope, span1) => {
    const rowRow = scope.up;
    const cellRow = scope;
    const text2 = span1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & (R | INDEX | CELL)) shown1 = text(text2, shown1, `${show(rowRow.index)}.${show(cellRow.index)} ${show(cellRow.item)}`);
    };
  },
);

const branch1 = block(
  () => [gap, "none"],
  (scope, node) => {
    return last(node.nextSibling, () => {});
  },
);

const item1 = block(
  () => el("div", null, hole, hole),
  (scope, div1) => {
    const rowRow = scope;
    const each2 = each(scope, div1.firstChild, item2, {
      name: "cell",
      item: CELL,
      index: INDEX,
      reads: ROW,
      list: () => rowRow.item,
    });
    const when3 = when(scope, each2.end.nextSibling, [branch1], () => ($.get(rowRow.item, "length") === 0) ? 0 : -1);
    return (dirty) => {
      if (dirty & (ROW | R)) each2.update(dirty);
      if (dirty & ROW) when3.update(dirty);
    };
  },
);

const item3 = block(
  () => el("p", null, ""),
  (scope, p1) => {
    const itemRow = scope;
    const text2 = p1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & INDEX_2) shown1 = text(text2, shown1, show(itemRow.index));
    };
  },
);

const root = block(
  () => el("div", null, hole, hole),
  (scope, div1) => {
    const { state } = scope;
    const each2 = each(scope, div1.firstChild, item1, {
      name: "row",
      item: ROW,
      index: R,
      reads: ROWS,
      list: () => state.rows,
    });
    const each3 = each(scope, each2.end.nextSibling, item3, {
      name: "item",
      item: ITEM,
      index: INDEX_2,
      reads: TWICE,
      list: () => state.twice,
    });
    return (dirty) => {
      if (dirty & ROWS) each2.update(dirty);
      if (dirty & TWICE) each3.update(dirty);
    };
  },
);

export default component({
  name: "Loops",
  scope: "h-53ebc6",
  state: { rows: ROWS, twice: TWICE },
  local: {},
  initial: { rows: [["a", "b"], []], twice: [{id: 1}, {id: 1}] },
  layout: root,
});
