// Slots, compiled from input.hjx
import { ALL, attr, block, CHILDREN, component, elements, gap, hole, last, show, text } from "hjx:runtime/dom.js";
import { outerClass, use } from "hjx:runtime/uses.js";
import Frame from "hjx:component/Frame";

const NAME = 1;
const el = elements("h-53ebc6");

const content1 = block(
  () => [gap, ""],
  (scope, node) => {
    const { state } = scope;
    const text1 = node.nextSibling;
    let shown1;
    return last(text1, (dirty) => {
      if (dirty & NAME) shown1 = text(text1, shown1, `Hello ${show(state.name)}`);
    });
  },
);

const content2 = block(
  () => el("p", null, "one"),
);

const content3 = block(
  () => el("p", null, ""),
  (scope, p1) => {
    const { state } = scope;
    const text2 = p1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & NAME) shown1 = text(text2, shown1, show(state.name));
    };
  },
);

const root = block(
  () => el("div", null, hole, hole, hole),
  (scope, div1) => {
    const use2 = use(scope, div1.firstChild, Frame, {
      number: 1,
    });
    const use3 = use(scope, use2.root.nextSibling, Frame, {
      number: 2,
      slots: { default: content1 },
      reads: NAME,
    });
    const use4 = use(scope, use3.root.nextSibling, Frame, {
      number: 3,
      slots: { default: content2, foot: content3 },
      reads: NAME,
      given: ["class", "title"],
    });
    let shown1, shown2;
    return (dirty) => {
      if (dirty & CHILDREN) use2.update(dirty);
      if (dirty & (NAME | CHILDREN)) {
        use3.update(dirty);
        use4.update(dirty);
      }
      if (dirty === ALL) {
        shown1 = outerClass(use4, shown1, "wide");
        shown2 = attr(use4, shown2, "title", "x");
      }
    };
  },
);

export default component({
  name: "Slots",
  scope: "h-53ebc6",
  state: { name: NAME },
  local: {},
  initial: { name: "Ann" },
  layout: root,
});
