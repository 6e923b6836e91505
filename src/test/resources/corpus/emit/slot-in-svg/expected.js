// Badges, compiled from input.hjx
import { block, CHILDREN, component, elements, gap, hole, last, show, text } from "hjx:runtime/dom.js";
import { use } from "hjx:runtime/uses.js";
import Badge from "hjx:component/Badge";

const WORD = 1;
const el = elements("h-53ebc6");

const content1 = block(
  () => [gap, ""],
  (scope, node) => {
    const { state } = scope;
    const text1 = node.nextSibling;
    let shown1;
    return last(text1, (dirty) => {
      if (dirty & WORD) shown1 = text(text1, shown1, show(state.word));
    });
  },
);

const root = block(
  () => el("div", null, hole, hole),
  (scope, div1) => {
    const use2 = use(scope, div1.firstChild, Badge, {
      number: 1,
      slots: { default: content1 },
      reads: WORD,
    });
    const use3 = use(scope, use2.root.nextSibling, Badge, {
      number: 2,
    });
    return (dirty) => {
      if (dirty & (WORD | CHILDREN)) use2.update(dirty);
      if (dirty & CHILDREN) use3.update(dirty);
    };
  },
);

export default component({
  name: "Badges",
  scope: "h-53ebc6",
  state: { word: WORD },
  local: {},
  initial: { word: "new" },
  layout: root,
});
