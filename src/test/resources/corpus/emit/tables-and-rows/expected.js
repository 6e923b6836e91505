// Tables, compiled from input.hjx
import { block, component, elements, hole, show, text, when } from "hjx:runtime/dom.js";
import { each } from "hjx:runtime/loops.js";

const ROWS = 1;
const MORE = 1 << 1;
const ROW = 1 << 2;
const CELL = 1 << 4;
const el = elements("h-53ebc6");

const item2 = block(
  () => el("td", null, ""),
  (scope, td1) => {
    const cellRow = scope;
    const text2 = td1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & CELL) shown1 = text(text2, shown1, show(cellRow.item));
    };
  },
);

const item1 = block(
  () => el("tr", null, hole),
  (scope, tr1) => {
    const rowRow = scope;
    const each2 = each(scope, tr1.firstChild, item2, {
      name: "cell",
      item: CELL,
      index: 0,
      reads: ROW,
      list: () => rowRow.item?.cells,
    });
    return (dirty) => {
      if (dirty & ROW) each2.update(dirty);
    };
  },
);

const branch1 = block(
  () => el("tr", null, el("td", null, "more")),
);

const root = block(
  () => el("table", null,
    el("caption", null, "Rows"),
    el("tbody", null, el("tr", null, el("th", null, "head")), hole, hole),
  ),
  (scope, table1) => {
    const { state } = scope;
    const tbody2 = table1.firstChild.nextSibling;
    const each3 = each(scope, tbody2.firstChild.nextSibling, item1, {
      name: "row",
      item: ROW,
      index: 0,
      reads: ROWS,
      list: () => state.rows,
    });
    const when4 = when(scope, each3.end.nextSibling, [branch1], () => state.more ? 0 : -1);
    return (dirty) => {
      if (dirty & ROWS) each3.update(dirty);
      if (dirty & MORE) when4.update(dirty);
    };
  },
);

export default component({
  name: "Tables",
  scope: "h-53ebc6",
  state: { rows: ROWS, more: MORE },
  local: {},
  initial: { rows: [{id: 1, cells: ["a", "b"]}], more: true },
  layout: root,
});
