// Beside, compiled from input.hjx
import { ALL, block, CHILDREN, component, elements, hole, shapes, show } from "hjx:runtime/dom.js";
import { href } from "hjx:runtime/attributes.js";
import { use } from "hjx:runtime/uses.js";
import Picture from "hjx:component/Picture";

const NAME = 1;
const el = elements("h-53ebc6");
const svg = shapes("h-53ebc6");

const root = block(
  () => el("div", null,
    el("img", { src: "/assets/f/f6cb2c/logo.svg", alt: "./logo.svg", title: "./logo.svg" }),
    el("img", { src: "/assets/f/a094b0/small.png", srcset: "/assets/f/a094b0/small.png 1x, /assets/f/772890/large.png 2x,elsewhere.png 3x", alt: "" }),
    el("video", { src: "/assets/f/c71b28/talk.mp4?t=1", poster: "/assets/f/a094b0/small.png" }),
    svg("svg", { viewBox: "0 0 8 8" },
      svg("use", { href: "/assets/f/f6cb2c/logo.svg#mark" }),
      svg("image"),
    ),
    el("a", { href: "/assets/f/deb7bc/manual.pdf", download: "" }, "Manual"),
    el("a", { href: "./manual.pdf" }, "A page"),
    el("img", { alt: "" }),
    el("img", { src: "./logo.svg", alt: "" }),
    el("img", { src: "/logo.svg", alt: "" }),
    hole,
  ),
  (scope, div1) => {
    const { state } = scope;
    const svg2 = div1.firstChild.nextSibling.nextSibling.nextSibling;
    const image3 = svg2.firstChild.nextSibling;
    const img4 = svg2.nextSibling.nextSibling.nextSibling;
    const use5 = use(scope, img4.nextSibling.nextSibling.nextSibling, Picture, {
      number: 12,
      props: {
        src: [0, () => "./logo.svg"],
      },
    });
    let shown1, shown2;
    return (dirty) => {
      if (dirty === ALL) shown1 = href(image3, shown1, "xlink:href", "/assets/f/a094b0/small.png");
      if (dirty & NAME) shown2 = href(img4, shown2, "src", `./${show(state.name)}.svg`);
      if (dirty & CHILDREN) use5.update(dirty);
    };
  },
);

export default component({
  name: "Beside",
  scope: "h-53ebc6",
  state: { name: NAME },
  local: {},
  initial: { name: "logo" },
  layout: root,
});
