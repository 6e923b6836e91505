// @ts-check
/** Blocks that are there once for each item of a list: `for`. Loaded where a layout has one. */
import { ALL, View, adopting, ending, report, same } from "./dom.js";
import { place, reconcile } from "./lists.js";

/** @typedef {import("./blocks.js").Scope} Scope */

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
 * @property {() => any[]} [compared] the names that the rows only compare with their keys: where one of them changes,
 *   two rows can look different
 * @property {number} [others] what the rows read besides, of what is not their own
 */

/** A `for`: its rows in the order of the list. */
export class Each {
  /** @param {Scope} scope @param {any} node @param {import("./blocks.js").Block} block @param {Loop} loop */
  constructor(scope, node, block, loop) {
    this.scope = scope;
    this.block = block;
    this.loop = loop;
    /** @type {Row[]} */ this.rows = [];
    /** The rows by key, once they were asked for. @type {?Map<?string, Row>} */ this.byKey = null;
    /** What the keys were compared with last. @type {any[]} */ this.compared = [];
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
    const before = this.compared;
    this.compared = this.loop.compared?.() ?? before;
    if (dirty === ALL || dirty & this.loop.reads) {
      const list = this.items();
      this.rows = reconcile(this, list, this.keys(list), dirty);
      this.byKey = null;
    } else {
      for (const row of this.concerned(dirty, before)) row.update(dirty);
    }
  }

  /** The rows that a change can concern. @param {number} dirty @param {any[]} before @returns {Iterable<Row>} */
  concerned(dirty, before) {
    const { compared, others = ALL } = this.loop;
    if (!compared || dirty & others || this.rows[0]?.key === null) return this.rows;
    const byKey = (this.byKey ??= new Map(this.rows.map((row) => [row.key, row])));
    const found = new Set();
    for (const values of [before, this.compared]) {
      for (const value of values) {
        const row = byKey.get(keyText(value));
        if (row) found.add(row);
      }
    }
    return found;
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
    // Deep loops share bits: what has changed around this one stays said
    let bits = dirty;
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

/** @param {Scope} scope @param {any} node @param {import("./blocks.js").Block} block @param {Loop} loop */
export const each = (scope, node, block, loop) => new Each(scope, node, block, loop);
