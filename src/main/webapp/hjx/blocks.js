// @ts-check
/** Blocks and what makes them come and go: `if` and `for`. */
import { adopting, check, ending, template } from "./template.js";
import { ALL, report, same } from "./values.js";
import { place, reconcile } from "./lists.js";

/**
 * Where a block's names come from: a component instance, or a row of a list in it.
 *
 * @typedef {import("./components.js").Instance | Row} Scope
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

/** What keys an item where nothing is said. @param {any} item */
const byId = (item) => (item !== null && typeof item === "object" ? item.id : undefined);

/** A key as text; null where it is no text, number or truth value. @param {any} key @returns {?string} */
function keyText(key) {
  const type = typeof key;
  if (type === "string") return key;
  return type === "number" || type === "boolean" ? String(key) : null;
}

/** One item of a list: the scope of its block, and the block's nodes. */
export class Row extends View {
  /** @param {Each} each @param {any} item @param {number} index @param {?string} key null where the position counts */
  constructor(each, item, index, key) {
    super();
    this.each = each;
    /** @type {Scope} */ this.up = each.scope;
    /** @type {import("./components.js").Instance} */ this.owner = each.scope.owner;
    /** @type {Record<string, any>} */ this.state = each.scope.state;
    this.item = item;
    this.index = index;
    this.key = key;
  }
}

/**
 * How a list is read.
 *
 * @typedef {object} Loop
 * @property {string} name the item's name in the source
 * @property {() => any} list
 * @property {number} reads the names that the list depends on
 * @property {number} item the bit of the item's value
 * @property {number} index the bit of its position
 * @property {(item: any, index: number) => any} [key]
 */

/** A `for`: its rows in the order of the list. */
export class Each {
  /** @param {Scope} scope @param {any} node @param {Block} block @param {Loop} loop */
  constructor(scope, node, block, loop) {
    this.scope = scope;
    this.block = block;
    this.loop = loop;
    /** @type {Row[]} */ this.rows = [];
    this.end = adopting ? this.adopt(node) : node;
  }

  /** @param {any} node */
  adopt(node) {
    const list = this.items();
    const keys = this.keys(list);
    for (let i = 0; i < list.length; i++) {
      const row = new Row(this, list[i], i, keys && keys[i]);
      this.block.adopt(row, row, node);
      node = row.last.nextSibling;
      this.rows.push(row);
    }
    return ending(node);
  }

  /** @returns {any[]} */
  items() {
    const list = this.loop.list();
    return Array.isArray(list) ? list : [];
  }

  /** The keys as texts, or null where positions count. @param {any[]} list @returns {?string[]} */
  keys(list) {
    const { name, key = byId } = this.loop;
    const keys = list.map((item, index) => keyText(key(item, index)));
    const missing = keys.includes(null);
    if (!missing && new Set(keys).size === keys.length) return /** @type {string[]} */ (keys);
    if (!missing || this.loop.key) {
      const { name: component } = this.scope.owner.component;
      report(component, `a key of \`${name}\` is missing or there twice: positions count`);
    }
    return null;
  }

  /** @param {number} dirty */
  update(dirty) {
    if (dirty === ALL || dirty & this.loop.reads) {
      const list = this.items();
      this.rows = reconcile(this, list, this.keys(list), dirty);
    } else {
      for (const row of this.rows) row.update(dirty);
    }
  }

  /** A new row in front of a node. @param {any} item @param {number} index @param {?string} key @param {any} before */
  insert(item, index, key, before) {
    const row = new Row(this, item, index, key);
    const node = this.block.create(row, row);
    row.update(ALL);
    this.end.parentNode.insertBefore(node, before);
    return row;
  }

  /** Gives a row its item again. @param {Row} row @param {any} item @param {number} index @param {number} dirty */
  refresh(row, item, index, dirty) {
    const { loop } = this;
    let bits = dirty === ALL ? ALL : dirty & ~(loop.item | loop.index);
    if (!same(row.item, item)) bits |= loop.item;
    if (row.index !== index) bits |= loop.index;
    row.item = item;
    row.index = index;
    row.update(bits);
  }

  /** @param {Row} row @param {any} before */
  move(row, before) {
    place(row, this.end.parentNode, before);
  }
}

/** @param {Scope} scope @param {any} node @param {Block} block @param {Loop} loop */
export const each = (scope, node, block, loop) => new Each(scope, node, block, loop);
