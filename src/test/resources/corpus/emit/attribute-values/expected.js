// Values, compiled from input.hjx
import { attr, block, classes, className, component, elements, show } from "hjx:runtime/dom.js";
import { href } from "hjx:runtime/attributes.js";

const NOTHING = 1;
const NO = 1 << 1;
const YES = 1 << 2;
const URL = 1 << 3;
const SPACED = 1 << 4;
const FINE = 1 << 5;
const KIND = 1 << 6;
const el = elements("h-53ebc6");

const root = block(
  () => el("div", null,
    el("p", null, "gone"),
    el("button", { "data-n": "3" }, "there"),
    el("a", null, "dropped"),
    el("a", null, "dropped"),
    el("a", null, "dropped"),
    el("a", null, "kept"),
    el("p", null, "classes"),
  ),
  (scope, div1) => {
    const { state } = scope;
    const p2 = div1.firstChild;
    const button3 = p2.nextSibling;
    const a4 = button3.nextSibling;
    const a5 = a4.nextSibling;
    const a6 = a5.nextSibling;
    const a7 = a6.nextSibling;
    const p8 = a7.nextSibling;
    let shown1, shown2, shown3, shown4, shown5, shown6, shown7, shown8, shown9, shown10, shown11;
    return (dirty) => {
      if (dirty & NOTHING) {
        shown1 = attr(p2, shown1, "title", state.nothing);
        shown2 = attr(p2, shown2, "lang", state.nothing);
      }
      if (dirty & NO) shown3 = attr(p2, shown3, "hidden", state.no);
      if (dirty & NOTHING) shown4 = attr(p2, shown4, "data-a", `${show(state.nothing)}x`);
      if (dirty & YES) {
        shown5 = attr(button3, shown5, "disabled", state.yes);
        shown6 = attr(button3, shown6, "hidden", state.yes);
      }
      if (dirty & URL) shown7 = href(a4, shown7, "href", state.url);
      if (dirty & SPACED) {
        shown8 = href(a5, shown8, "href", state.spaced);
        shown9 = href(a6, shown9, "HREF", state.spaced);
      }
      if (dirty & FINE) shown10 = href(a7, shown10, "href", state.fine);
      if (dirty & (KIND | YES | NO)) shown11 = className(p8, shown11, classes("one", `two ${show(state.kind)}`, state.yes ? "done" : "", state.no ? "md:flex" : ""));
    };
  },
);

export default component({
  name: "Values",
  scope: "h-53ebc6",
  state: { nothing: NOTHING, no: NO, yes: YES, url: URL, spaced: SPACED, fine: FINE, kind: KIND },
  local: {},
  initial: { nothing: null, no: false, yes: true, url: "javascript:alert(1)", spaced: "java\tscript:alert(1)", fine: "/a?b=1&c=\"d\"", kind: "big" },
  layout: root,
});
