// Controls, compiled from input.hjx
import { block, component, elements, hole, on, show, text } from "hjx:runtime/dom.js";
import { bind } from "hjx:runtime/inputs.js";
import { each } from "hjx:runtime/loops.js";

const WORD = 1;
const N = 1 << 1;
const FORM = 1 << 2;
const ITEM = 1 << 3;
const el = elements("h-53ebc6");

const item1 = block(
  () => el("option", null, ""),
  (scope, option1) => {
    const itemRow = scope;
    const text2 = option1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & ITEM) shown1 = text(text2, shown1, show(itemRow.item));
    };
  },
);

const root = block(
  () => el("form", null,
    el("input"),
    el("input", { type: "number", min: "0" }),
    el("input", { type: "checkbox" }),
    el("textarea", { rows: "2" }),
    el("select", null, hole, el("option", { value: "b" }, "B")),
  ),
  (scope, form1) => {
    const { state } = scope;
    on(scope, form1, "submit", 0);
    const input2 = form1.firstChild;
    const bind3 = bind(scope, input2, 1, "value", "word");
    const input4 = input2.nextSibling;
    const bind5 = bind(scope, input4, 2, "value", "n");
    const input6 = input4.nextSibling;
    const bind7 = bind(scope, input6, 3, "checked", "form.yes");
    const textarea8 = input6.nextSibling;
    const bind9 = bind(scope, textarea8, 4, "value", "word");
    const select10 = textarea8.nextSibling;
    const each11 = each(scope, select10.firstChild, item1, {
      name: "item",
      item: ITEM,
      index: 0,
      reads: FORM,
      list: () => state.form?.list,
    });
    const bind12 = bind(scope, select10, 5, "value", "word");
    return (dirty) => {
      if (dirty & WORD) bind3.show(state.word);
      if (dirty & N) bind5.show(state.n);
      if (dirty & FORM) bind7.show(state.form?.yes);
      if (dirty & WORD) bind9.show(state.word);
      if (dirty & FORM) each11.update(dirty);
      if (dirty & (WORD | N | FORM)) bind12.show(state.word);
    };
  },
);

export default component({
  name: "Controls",
  scope: "h-53ebc6",
  state: { word: WORD, form: FORM },
  local: { n: N },
  initial: { word: "b", n: 1, form: {list: ["a"], yes: true} },
  layout: root,
});
