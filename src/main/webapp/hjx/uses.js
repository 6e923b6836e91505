// @ts-check
/** Components in the layouts of others: their uses, and their slots. Loaded where a layout has some. */
import { ALL, CHILDREN, Instance, SLOT, View, adopting, ending, insert, rowsAround, show, writeClasses } from "./dom.js";

/** @typedef {import("./blocks.js").Scope} Scope @typedef {import("./components.js").Component} Component */

/**
 * How a component is used.
 *
 * @typedef {object} UseOptions
 * @property {number} number the use's number in the layout
 * @property {import("./components.js").Props} [props]
 * @property {Record<string, any>} [slots] the blocks that fill the child's slots
 * @property {number} [reads] the names that those blocks read
 * @property {string[]} [given] the attributes that the use gives to the child's root
 */

/** A place in a layout where another component stands. */
export class Use {
  /** @param {Scope} scope @param {any} node @param {Component} definition
   * @param {UseOptions} options */
  constructor(scope, node, definition, options) {
    this.scope = scope;
    this.props = options.props ?? {};
    this.slots = options.slots ?? null;
    this.reads = options.reads ?? 0;
    const { app, at } = scope.owner;
    /** @type {[number, string]} */ const step = [options.number, loopKeys(scope)];
    this.child = new Instance(app, definition, [...at, step], this);
    if (adopting) definition.layout.adopt(this.child, this.child, node);
    else node.parentNode.replaceChild(definition.layout.create(this.child, this.child), node);
    /** The child's root element. */
    this.root = this.child.first;
    const { given = [] } = options;
    this.level = given.includes("class") ? claimClass(this.root) : 0;
    given.forEach((name) => claim(this, name));
  }

  /** The child's root, unless a use further outside gives it the attribute. @param {string} name */
  $target(name) {
    return this.root.$given.get(name) === this ? this.root : null;
  }

  /** @param {number} dirty the parent's bits */
  update(dirty) {
    const own = dirty === ALL ? (this.pull(dirty), ALL) : this.pull(dirty);
    if (own) this.child.update(own);
  }

  /** @param {number} dirty @returns {number} the child's bits */
  pull(dirty) {
    const { child, props } = this;
    let own = dirty & CHILDREN;
    if (own) own |= child.refresh();
    else child.changed.clear();
    for (const name in props) {
      const [reads, value] = props[name];
      const bit = child.component.state[name] ?? child.component.local[name] ?? 0;
      if (dirty & reads) own |= child.set(name, bit, value());
    }
    if (dirty & this.reads) {
      child.outer = dirty;
      own |= SLOT;
    }
    return own;
  }
}

/** @param {Scope} scope @param {any} node @param {Component} definition
 * @param {UseOptions} options */
export const use = (scope, node, definition, options) => new Use(scope, node, definition, options);

/** The keys of the loops around a use, as they stand in paths. @param {Scope} scope */
function loopKeys(scope) {
  return rowsAround(scope)
    .map((row) => encodeURIComponent(row.key ?? show(row.index)))
    .join(",");
}

/**
 * The classes that a component's user adds to its root.
 *
 * @param {Use} use @param {any} previous @param {string} value
 */
export function outerClass(use, previous, value) {
  if (value !== previous) writeClasses(use.root, use.level, value);
  return value;
}

/** Gives an attribute of the child's root instead of the child, or of the uses in it. @param {Use} use @param {string} name */
function claim(use, name) {
  const { root } = use;
  const given = (root.$given ??= new Map());
  given.set(name, use);
  root.$target = (/** @type {string} */ wanted) => (given.has(wanted) ? null : root);
}

/** Prepares a component's root for classes from outside. @param {any} root @returns {number} the level they go to */
export function claimClass(root) {
  root.$classes ??= [adopting ? root.$class : root.getAttribute("class")];
  return root.$classes.push("") - 1;
}

/** A `slot`: what the parent put in, in the parent's scope, or else the fallback. */
class Slot {
  /** @param {Scope} scope @param {any} node @param {string} name @param {?import("./blocks.js").Block} fallback */
  constructor(scope, node, name, fallback) {
    const { slots, up } = scope.owner;
    const given = slots && slots[name];
    this.owner = scope.owner;
    this.given = Boolean(given);
    this.block = given ?? fallback;
    this.scope = given && up ? up : scope;
    /** @type {?View} */ this.view = null;
    this.end = adopting ? this.adopt(node) : node;
  }

  /** @param {any} node */
  adopt(node) {
    if (!this.block) return ending(node);
    this.view = new View();
    this.block.adopt(this.view, this.scope, node);
    return ending(this.view.last.nextSibling);
  }

  /** @param {number} dirty */
  update(dirty) {
    if (!this.block) return;
    if (!this.view) this.view = insert(new View(), this.block, this.scope, this.end);
    else if (!this.given) this.view.update(dirty);
    else if (dirty & SLOT) this.view.update(this.owner.outer);
  }
}

/** @param {Scope} scope @param {any} node @param {string} name @param {?import("./blocks.js").Block} [fallback] */
export const slot = (scope, node, name, fallback = null) => new Slot(scope, node, name, fallback);
