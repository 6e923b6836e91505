// Roots, compiled from input.hjx
import { block, component, elements, gap, hole, last, when } from "hjx:runtime/dom.js";

const ON = 1;
const el = elements("h-53ebc6");

const branch1 = block(
  () => el("p", null, "a branch"),
);

const branch2 = block(
  () => [gap, "nothing"],
  (scope, node) => {
    return last(node.nextSibling, () => {});
  },
);

const root = block(
  () => el("div", null, "a text", el("p", null, "an element"), hole),
  (scope, div1) => {
    const { state } = scope;
    const when2 = when(scope, div1.firstChild.nextSibling.nextSibling, [branch1, branch2], () => state.on ? 0 : 1);
    return (dirty) => {
      if (dirty & ON) when2.update(dirty);
    };
  },
);

export default component({
  name: "Roots",
  scope: "h-53ebc6",
  state: { on: ON },
  local: {},
  initial: { on: true },
  layout: root,
});
