// Styles, compiled from input.hjx
import { block, component, elements, show } from "hjx:runtime/dom.js";
import { styles } from "hjx:runtime/attributes.js";

const SIZE = 1;
const BAD = 1 << 1;
const el = elements("h-53ebc6");

const root = block(
  () => el("div", null, el("p", null, "x"), el("p", null, "y")),
  (scope, div1) => {
    const { state } = scope;
    const p2 = div1.firstChild;
    const p3 = p2.nextSibling;
    let shown1, shown2;
    return (dirty) => {
      if (dirty & SIZE) shown1 = styles(p2, shown1, [["font-size", `${show(state.size)}px`], ["color", "red"]]);
      if (dirty & BAD) shown2 = styles(p3, shown2, [["color", show(state.bad)], ["margin", "0"]]);
    };
  },
);

export default component({
  name: "Styles",
  scope: "h-53ebc6",
  state: { size: SIZE, bad: BAD },
  local: {},
  initial: { size: 12, bad: "red; background: url(//example.org)" },
  layout: root,
});
