// Groups, compiled from input.hjx
import { block, className, component, elements, hole, on, show, text } from "hjx:runtime/dom.js";
import { debounce } from "hjx:runtime/pace.js";
import { each } from "hjx:runtime/loops.js";

const GROUPS = 1;
const CHOSEN = 1 << 1;
const GROUP = 1 << 2;
const G = 1 << 3;
const TAG = 1 << 4;
const INDEX = 1 << 5;
const el = elements("h-53ebc6");

const item2 = block(
  () => el("td", null, ""),
  (scope, td1) => {
    const groupRow = scope.up;
    const tagRow = scope;
    on(scope, td1, "click", 0, { stop: true, pace: debounce(200) });
    const text2 = td1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & (G | INDEX | TAG)) shown1 = text(text2, shown1, `${show(groupRow.index)}.${show(tagRow.index)} ${show(tagRow.item)}`);
    };
  },
);

const item1 = block(
  () => el("tr", null, hole),
  (scope, tr1) => {
    const { state } = scope;
    const groupRow = scope;
    const each2 = each(scope, tr1.firstChild, item2, {
      name: "tag",
      item: TAG,
      index: INDEX,
      reads: GROUP,
      list: () => groupRow.item?.tags,
    });
    let shown1;
    return (dirty) => {
      if (dirty & (GROUP | CHOSEN)) shown1 = className(tr1, shown1, (state.chosen === groupRow.item?.id) ? "chosen" : "");
      if (dirty & (GROUP | G)) each2.update(dirty);
    };
  },
);

const root = block(
  () => el("table", null, el("tbody", null, hole)),
  (scope, table1) => {
    const { state } = scope;
    const tbody2 = table1.firstChild;
    const each3 = each(scope, tbody2.firstChild, item1, {
      name: "group",
      item: GROUP,
      index: G,
      reads: GROUPS,
      list: () => state.groups,
      key: (item, index) => item?.id,
      compared: () => [state.chosen],
      others: 0,
    });
    return (dirty) => {
      if (dirty & (GROUPS | CHOSEN)) each3.update(dirty);
    };
  },
);

export default component({
  name: "Groups",
  scope: "h-53ebc6",
  state: { groups: GROUPS, chosen: CHOSEN },
  local: {},
  initial: { groups: [], chosen: null },
  layout: root,
});
