// @ts-check
/** Blocks, and the `if` that makes them come and go. */
import { adopting, check, ending, template } from "./template.js";
import { ALL } from "./values.js";

/**
 * Where a block's names come from: a component instance, or a row of a list in it.
 *
 * @typedef {import("./components.js").Instance | import("./loops.js").Row} Scope
 */

/** The nodes of a block that is on the page, from first to last, and what brings them up to date. */
export class View {
  constructor() {
    /** @type {any} */ this.first = null;
    /** @type {any} */ this.last = null;
    /** @type {(dirty: number) => void} */ this.update = () => {};
  }
}

/** A piece of layout: how its template is built, and how its nodes are wired. */
export class Block {
  /** @param {() => any} build @param {(scope: any, node: any) => (dirty: number) => void} wire */
  constructor(build, wire) {
    this.build = build;
    this.wire = wire;
    /** @type {?Node} */ this.template = null;
  }

  get made() {
    return (this.template ??= template(this.build()));
  }

  /** New nodes, wired but not yet up to date. @param {View} view @param {Scope} scope @returns {Node} */
  create(view, scope) {
    const made = this.made;
    const node = made.cloneNode(true);
    if (made.nodeType === 1) {
      view.first = view.last = node;
      view.update = this.wire(scope, node);
    } else {
      view.update = this.wire(scope, node.firstChild);
      view.first = node.firstChild;
      view.last = node.lastChild;
    }
    return node;
  }

  /** Takes the nodes that begin at `node`. @param {View} view @param {Scope} scope @param {any} node */
  adopt(view, scope, node) {
    const made = this.made;
    check(made, node);
    if (made instanceof Element) node.$class = made.getAttribute("class");
    view.first = view.last = node;
    view.update = this.wire(scope, node);
    if (made.nodeType !== 1) view.last = lastWired;
  }
}

const nothing = () => {};

/** A block; without `wire` nothing in it changes. @param {() => any} build
 * @param {(scope: any, node: any) => (dirty: number) => void} [wire] */
export const block = (build, wire = () => nothing) => new Block(build, wire);

/** The last node of the block of several roots that was wired last. @type {any} */
let lastWired = null;

/** Says where a block of several roots ends. @param {any} node @param {(dirty: number) => void} update */
export function last(node, update) {
  lastWired = node;
  return update;
}

/** Takes a view's nodes off the page. @param {View} view */
export function remove(view) {
  const end = view.last;
  for (let node = view.first; node !== end; ) {
    const next = node.nextSibling;
    node.remove();
    node = next;
  }
  end.remove();
}

/** An `if`: at most one of its branches is on the page. */
class When {
  /** @param {Scope} scope @param {any} node @param {Block[]} branches @param {() => number} pick */
  constructor(scope, node, branches, pick) {
    this.scope = scope;
    this.branches = branches;
    this.pick = pick;
    this.index = -1;
    /** @type {?View} */ this.view = null;
    this.end = adopting ? this.adopt(node) : node;
  }

  /** @param {any} node */
  adopt(node) {
    this.index = this.pick();
    if (this.index >= 0) {
      this.view = new View();
      this.branches[this.index].adopt(this.view, this.scope, node);
      node = this.view.last.nextSibling;
    }
    return ending(node);
  }

  /** @param {number} dirty */
  update(dirty) {
    const index = this.pick();
    if (index === this.index) {
      this.view?.update(dirty);
      return;
    }
    if (this.view) remove(this.view);
    this.index = index;
    this.view = index < 0 ? null : insert(new View(), this.branches[index], this.scope, this.end);
  }
}

/** Builds a block in front of a node. @param {View} view @param {Block} block @param {Scope} scope @param {any} end */
export function insert(view, block, scope, end) {
  const node = block.create(view, scope);
  view.update(ALL);
  end.parentNode.insertBefore(node, end);
  return view;
}

/**
 * @param {Scope} scope
 * @param {any} node the hole, or the first node of what the server wrote
 * @param {Block[]} branches
 * @param {() => number} pick the number of the branch to show, -1 for none
 */
export const when = (scope, node, branches, pick) => new When(scope, node, branches, pick);
