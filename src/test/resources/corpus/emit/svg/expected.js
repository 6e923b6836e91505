// Drawing, compiled from input.hjx
import { attr, block, component, elements, hole, shapes } from "hjx:runtime/dom.js";
import { each } from "hjx:runtime/loops.js";

const POINTS = 1;
const POINT = 1 << 1;
const el = elements("h-53ebc6");
const svg = shapes("h-53ebc6");

const item1 = block(
  () => svg("circle", { cy: "5", r: "1" }),
  (scope, circle1) => {
    const pointRow = scope;
    let shown1;
    return (dirty) => {
      if (dirty & POINT) shown1 = attr(circle1, shown1, "cx", pointRow.item?.x);
    };
  },
);

const root = block(
  () => svg("svg", { viewBox: "0 0 10 10" },
    hole,
    svg("text", { x: "1", y: "2" }, "SVG's own"),
    svg("foreignObject", null, el("span", null, "a span")),
  ),
  (scope, svg1) => {
    const { state } = scope;
    const each2 = each(scope, svg1.firstChild, item1, {
      name: "point",
      item: POINT,
      index: 0,
      reads: POINTS,
      list: () => state.points,
    });
    return (dirty) => {
      if (dirty & POINTS) each2.update(dirty);
    };
  },
);

export default component({
  name: "Drawing",
  scope: "h-53ebc6",
  state: { points: POINTS },
  local: {},
  initial: { points: [{id: 1, x: 1}] },
  layout: root,
});
