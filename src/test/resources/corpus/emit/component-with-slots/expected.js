// Page, compiled from input.hjx
import { ALL, attr, block, CHILDREN, component, elements, gap, hole, last, on, show, text } from "hjx:runtime/dom.js";
import { bind } from "hjx:runtime/inputs.js";
import { each } from "hjx:runtime/loops.js";
import { outerClass, use } from "hjx:runtime/uses.js";
import Card from "hjx:component/Card";

const DRAFT = 1;
const CARDS = 1 << 1;
const CARD = 1 << 2;
const el = elements("h-53ebc6");

const content1 = block(
  () => el("input"),
  (scope, input1) => {
    const { state } = scope;
    const bind2 = bind(scope, input1, 1, "value", "draft");
    return (dirty) => {
      if (dirty & DRAFT) bind2.show(state.draft);
    };
  },
);

const content2 = block(
  () => [gap, ""],
  (scope, node) => {
    const cardRow = scope;
    const text1 = node.nextSibling;
    let shown1;
    return last(text1, (dirty) => {
      if (dirty & CARD) shown1 = text(text1, shown1, show(cardRow.item?.title));
    });
  },
);

const content3 = block(
  () => el("p", null, ""),
  (scope, p1) => {
    const { state } = scope;
    const text2 = p1.firstChild;
    let shown1;
    return (dirty) => {
      if (dirty & DRAFT) shown1 = text(text2, shown1, show(state.draft));
    };
  },
);

const item1 = block(
  () => [hole],
  (scope, node) => {
    const { state } = scope;
    const cardRow = scope;
    const use1 = use(scope, node, Card, {
      number: 2,
      props: {
        heading: [CARD, () => cardRow.item?.title],
        note: [DRAFT, () => state.draft, "draft"],
      },
      slots: { default: content2, footer: content3 },
      reads: CARD | DRAFT,
      given: ["title"],
    });
    let shown1;
    return last(use1.root, (dirty) => {
      if (dirty & (CARD | DRAFT | CHILDREN)) use1.update(dirty);
      if (dirty === ALL) shown1 = attr(use1, shown1, "title", "card");
    });
  },
);

const root = block(
  () => el("div", null, hole, hole),
  (scope, div1) => {
    const { state } = scope;
    const use2 = use(scope, div1.firstChild, Card, {
      number: 0,
      props: {
        heading: [0, () => "New"],
      },
      slots: { default: content1 },
      reads: DRAFT,
      given: ["class"],
    });
    on(scope, use2.root, "click", 0);
    const each3 = each(scope, use2.root.nextSibling, item1, {
      name: "card",
      item: CARD,
      index: 0,
      reads: CARDS,
      list: () => state.cards,
      key: (item, index) => item?.id,
    });
    let shown1;
    return (dirty) => {
      if (dirty & (DRAFT | CHILDREN)) use2.update(dirty);
      if (dirty === ALL) shown1 = outerClass(use2, shown1, "first");
      if (dirty & (CARDS | DRAFT | CHILDREN)) each3.update(dirty);
    };
  },
);

export default component({
  name: "Page",
  scope: "h-53ebc6",
  state: { draft: DRAFT, cards: CARDS },
  local: {},
  initial: { draft: "", cards: [] },
  layout: root,
});
