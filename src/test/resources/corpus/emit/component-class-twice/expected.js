// Twice, compiled from input.hjx
import { ALL, block, CHILDREN, component, elements, hole } from "hjx:runtime/dom.js";
import { outerClass, use } from "hjx:runtime/uses.js";
import Box from "hjx:component/Box";

const el = elements("h-53ebc6");

const root = block(
  () => el("div", null, hole, hole),
  (scope, div1) => {
    const use2 = use(scope, div1.firstChild, Box, {
      number: 1,
      given: ["class"],
    });
    const use3 = use(scope, use2.root.nextSibling, Box, {
      number: 2,
      given: ["class"],
    });
    let shown1, shown2;
    return (dirty) => {
      if (dirty & CHILDREN) use2.update(dirty);
      if (dirty === ALL) shown1 = outerClass(use2, shown1, "box");
      if (dirty & CHILDREN) use3.update(dirty);
      if (dirty === ALL) shown2 = outerClass(use3, shown2, "box wide");
    };
  },
);

export default component({
  name: "Twice",
  scope: "h-53ebc6",
  state: {},
  local: {},
  initial: {},
  layout: root,
});
