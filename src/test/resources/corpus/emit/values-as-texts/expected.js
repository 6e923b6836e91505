// Values, compiled from input.hjx
import { block, component, elements, show, text } from "hjx:runtime/dom.js";
import * as $ from "hjx:runtime/operators.js";

const NOTHING = 1;
const YES = 1 << 1;
const NO = 1 << 2;
const SUM = 1 << 3;
const BIG = 1 << 4;
const LIST = 1 << 5;
const OBJECT = 1 << 6;
const TEXT = 1 << 7;
const el = elements("h-53ebc6");

const root = block(
  () => el("div", null, el("p", null, ""), el("p", null, ""), el("p", null, ""), el("p", null, "")),
  (scope, div1) => {
    const { state } = scope;
    const p2 = div1.firstChild;
    const text3 = p2.firstChild;
    const p4 = p2.nextSibling;
    const text5 = p4.firstChild;
    const p6 = p4.nextSibling;
    const text7 = p6.firstChild;
    const p8 = p6.nextSibling;
    const text9 = p8.firstChild;
    let shown1, shown2, shown3, shown4;
    return (dirty) => {
      if (dirty & (NOTHING | YES | NO | SUM | BIG)) shown1 = text(text3, shown1, `${show(state.nothing)}|${show(state.yes)}|${show(state.no)}|${show($.prim(state.sum) + 0.2)}|${show(state.big)}`);
      if (dirty & (LIST | OBJECT)) shown2 = text(text5, shown2, `${show(state.list)} ${show(state.object)}`);
      if (dirty & TEXT) shown3 = text(text7, shown3, show(state.text));
      if (dirty & NOTHING) shown4 = text(text9, shown4, `${show(state.nothing?.deep?.down)}${show([])}`);
    };
  },
);

export default component({
  name: "Values",
  scope: "h-53ebc6",
  state: { nothing: NOTHING, yes: YES, no: NO, sum: SUM, big: BIG, list: LIST, object: OBJECT, text: TEXT },
  local: {},
  initial: { nothing: null, yes: true, no: false, sum: 0.1, big: 1e+21, list: [1, [2], null], object: {a: "<b>", c: []}, text: "<i>&amp; \"quoted\"" },
  layout: root,
});
