// Modifiers, compiled from input.hjx
import { block, component, elements, hole, on } from "hjx:runtime/dom.js";
import { debounce, throttle } from "hjx:runtime/pace.js";
import { each } from "hjx:runtime/loops.js";

const ITEMS = 1;
const ITEM = 1 << 1;
const el = elements("h-53ebc6");

const item1 = block(
  () => el("button", null, "x"),
  (scope, button1) => {
    on(scope, button1, "click", 4, { stop: true, once: true, self: true });
    return () => {};
  },
);

const root = block(
  () => el("form", null, el("input"), hole, el("my-map")),
  (scope, form1) => {
    const { state } = scope;
    on(scope, form1, "submit", 0);
    const input2 = form1.firstChild;
    on(scope, input2, "input", 1, { pace: debounce(300) });
    on(scope, input2, "keydown", 2, { enter: true, prevent: true });
    on(scope, input2, "scroll", 3, { pace: throttle(50) });
    const each3 = each(scope, input2.nextSibling, item1, {
      name: "item",
      item: ITEM,
      index: 0,
      reads: ITEMS,
      list: () => state.items,
    });
    const my_map4 = each3.end.nextSibling;
    on(scope, my_map4, "region-change", 5);
    return (dirty) => {
      if (dirty & ITEMS) each3.update(dirty);
    };
  },
);

export default component({
  name: "Modifiers",
  scope: "h-53ebc6",
  state: { items: ITEMS },
  local: {},
  initial: { items: [{id: 7}] },
  layout: root,
});
