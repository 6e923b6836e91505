// Counter, compiled from input.hjx
import { attr, block, component, elements, on, show, text } from "hjx:runtime/dom.js";
import * as $ from "hjx:runtime/operators.js";

const COUNT = 1;
const el = elements("h-53ebc6");

const root = block(
  () => el("div", null, el("h1", null, ""), el("button", { class: "step" }, "+")),
  (scope, div1) => {
    const { state } = scope;
    const h1_2 = div1.firstChild;
    const text3 = h1_2.firstChild;
    const button4 = h1_2.nextSibling;
    on(scope, button4, "click", 0);
    let shown1, shown2;
    return (dirty) => {
      if (dirty & COUNT) {
        shown1 = text(text3, shown1, `Count: ${show(state.count)}`);
        shown2 = attr(button4, shown2, "disabled", $.prim(state.count) > 9);
      }
    };
  },
);

export default component({
  name: "Counter",
  scope: "h-53ebc6",
  state: { count: COUNT },
  local: {},
  initial: { count: 0 },
  layout: root,
});
