// Scoped, compiled from input.hjx
import { block, component, elements } from "hjx:runtime/dom.js";

const el = elements("h-53ebc6");

const root = block(
  () => el("div", { class: "box" }, el("span", null, "x")),
);

export default component({
  name: "Scoped",
  scope: "h-53ebc6",
  state: {},
  local: {},
  initial: {},
  layout: root,
});
