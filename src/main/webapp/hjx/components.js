// @ts-check
/** Components in their places: where names get their values from. */
import { View } from "./blocks.js";
import { ALL, REST } from "./values.js";

/**
 * A compiled component, the default export of its module.
 *
 * @typedef {object} Component
 * @property {string} name
 * @property {string} scope the attribute that its elements carry
 * @property {Record<string, number>} state the shared names that the layout reads, each with its bit
 * @property {Record<string, number>} local those that every client has for itself
 * @property {Record<string, any>} initial the values of names that were never set
 * @property {any} layout the root block
 */

/** @param {Component} definition */
export const component = (definition) => definition;

/**
 * What a parent gives: the parent's names that it reads, its value, and, for a bound name, the parent's path.
 *
 * @typedef {Record<string, [number, () => any, string?]>} Props
 */

/** A component in its place, with the present values of its names. */
export class Instance extends View {
  /**
   * @param {import("./mount.js").App} app
   * @param {Component} definition
   * @param {[number, string][]} at the uses on the way from the root
   * @param {?import("./uses.js").Use} use
   */
  constructor(app, definition, at, use) {
    super();
    this.app = app;
    this.component = definition;
    this.at = at;
    this.path = at.map(([number, key]) => `${number}:${key}/`).join("");
    this.up = use && use.scope;
    this.slots = use && use.slots;
    /** @type {Props} */ this.props = (use && use.props) || {};
    /** What changed in the parent, for the content of slots. */
    this.outer = ALL;
    /** Of the names that share the bit `REST`, those that changed last. @type {Set<string>} */ this.changed = new Set();
    /** @type {Record<string, any>} */ this.state = {};
    for (const name in definition.state) this.state[name] = this.value(name, "state");
    for (const name in definition.local) this.state[name] = this.value(name, "local");
  }

  get owner() {
    return this;
  }

  /** @param {string} name @param {"state" | "local"} kind */
  value(name, kind) {
    if (Object.hasOwn(this.props, name)) return this.props[name][1]();
    const values = this.app[kind];
    const builtIn = kind === "local" && (name === "user" || name === "client");
    const key = builtIn ? name : this.path + name;
    return Object.hasOwn(values, key) ? values[key] : this.component.initial[name];
  }

  /** Takes new values from state and local names. @returns {number} the bits of those that changed */
  refresh() {
    this.changed.clear();
    return this.take("state") | this.take("local");
  }

  /** @param {"state" | "local"} kind */
  take(kind) {
    const bits = this.component[kind];
    let dirty = 0;
    for (const name in bits) {
      if (!Object.hasOwn(this.props, name)) dirty |= this.set(name, bits[name], this.value(name, kind));
    }
    return dirty;
  }

  /** @param {string} name @param {number} bit @param {any} value */
  set(name, bit, value) {
    if (Object.is(this.state[name], value)) return 0;
    this.state[name] = value;
    if (bit === REST) this.changed.add(name);
    return bit;
  }
}

/** The rows from the outermost loop of the component to here. @param {import("./blocks.js").Scope} scope
 * @returns {import("./loops.js").Row[]} */
export function rowsAround(scope) {
  const rows = [];
  for (let at = /** @type {any} */ (scope); at.each; at = at.up) rows.unshift(at);
  return rows;
}

/**
 * Where something stands at this moment, as the server knows it.
 *
 * @typedef {{at: [number, string][], items: [string, unknown][], version: number, epoch?: string}} Address
 */

/** @param {import("./blocks.js").Scope} scope @returns {Address} */
export function address(scope) {
  /** @type {[string, unknown][]} */
  const items = rowsAround(scope).map((row) => [row.each.loop.name, row.key ?? row.index]);
  const { version, epoch } = scope.owner.app;
  return { at: scope.owner.at, items, version, epoch };
}
