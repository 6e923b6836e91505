// Attributes, compiled from input.hjx
import { attr, block, classes, className, component, elements, shapes, show } from "hjx:runtime/dom.js";
import { href, styles } from "hjx:runtime/attributes.js";

const WORD = 1;
const ON = 1 << 1;
const URL = 1 << 2;
const el = elements("h-53ebc6");
const svg = shapes("h-53ebc6");

const root = block(
  () => el("div", { id: "top" },
    el("a", { target: "_blank" }, "link"),
    el("div"),
    svg("svg", { viewBox: "0 0 1 1" }, svg("circle")),
  ),
  (scope, div1) => {
    const { state } = scope;
    const a2 = div1.firstChild;
    const div3 = a2.nextSibling;
    const svg4 = div3.nextSibling;
    const circle5 = svg4.firstChild;
    let shown1, shown2, shown3, shown4, shown5, shown6, shown7;
    return (dirty) => {
      if (dirty & (WORD | ON)) shown1 = className(div1, shown1, classes("base", state.word, state.on ? "on" : ""));
      if (dirty & WORD) shown2 = attr(div1, shown2, "title", `it is ${show(state.word)}`);
      if (dirty & ON) shown3 = attr(div1, shown3, "hidden", state.on);
      if (dirty & URL) shown4 = href(a2, shown4, "href", state.url);
      if (dirty & WORD) {
        shown5 = styles(div3, shown5, [["width", show(state.word)], ["color", "red"]]);
        shown6 = attr(div3, shown6, "data-list", [1, state.word]);
        shown7 = attr(circle5, shown7, "r", state.word);
      }
    };
  },
);

export default component({
  name: "Attributes",
  scope: "h-53ebc6",
  state: { word: WORD, on: ON, url: URL },
  local: {},
  initial: { word: "w", on: true, url: "javascript:alert(1)" },
  layout: root,
});
