// Branches, compiled from input.hjx
import { attempt, block, component, elements, gap, hole, last, show, text, when } from "hjx:runtime/dom.js";
import * as $ from "hjx:runtime/expr.js";

const NAME = 1;
const N = 1 << 1;
const el = elements("h-53ebc6");

const branch1 = block(
  () => [gap, "many"],
  (scope, node) => {
    return last(node.nextSibling, () => {});
  },
);

const branch2 = block(
  () => [el("p", null, "some"), el("p", null, "")],
  (scope, p1) => {
    const { state } = scope;
    const p2 = p1.nextSibling;
    const text3 = p2.firstChild;
    let shown1;
    return last(p2, (dirty) => {
      if (dirty & NAME) shown1 = text(text3, shown1, show(attempt("input.hjx:15:13", () => $.call(state.name, "toUpperCase"))));
    });
  },
);

const branch4 = block(
  () => el("b", null, ""),
  (scope, b1) => {
    const { state } = scope;
    const text2 = b1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & NAME) shown1 = text(text2, shown1, show(state.name));
    };
  },
);

const branch3 = block(
  () => [gap, hole],
  (scope, node) => {
    const { state } = scope;
    const when1 = when(scope, node.nextSibling, [branch4], () => state.name ? 0 : -1);
    return last(when1.end, (dirty) => {
      if (dirty & NAME) when1.update(dirty);
    });
  },
);

const root = block(
  () => el("div", null, "Hello ", gap, "", hole),
  (scope, div1) => {
    const { state } = scope;
    const text2 = div1.firstChild.nextSibling.nextSibling;
    const when3 = when(scope, text2.nextSibling, [branch1, branch2, branch3], () => ($.prim(state.n) > 2) ? 0 : ($.prim(state.n) > 0) ? 1 : 2);
    let shown1;
    return (dirty) => {
      if (dirty & NAME) shown1 = text(text2, shown1, show(state.name));
      if (dirty & (N | NAME)) when3.update(dirty);
    };
  },
);

export default component({
  name: "Branches",
  scope: "h-53ebc6",
  state: { name: NAME, n: N },
  local: {},
  initial: { name: "", n: 0 },
  layout: root,
});
