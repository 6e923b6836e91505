// @ts-check
/** What handlers and computed names compile to, and the names that they read and set. */
import { fail, str } from "../expr.js";
import { Cell } from "./memory.js";
import { normal } from "./normal.js";
import { same } from "../values.js";

/**
 * The names of a component where an expression stands: `state.count` reads one, `state.count = 1` sets it. In a loop
 * the names of its item and position are there too.
 *
 * @typedef {Record<string, any>} Names
 *
 * Something that a name or path leads to.
 * @typedef {object} Reference
 * @property {(state: Names) => any} get
 * @property {(state: Names, value: any) => void} [set] missing where only the component around may set it
 *
 * A loop of the layout.
 * @typedef {object} Loop
 * @property {string} item
 * @property {string} index
 * @property {(state: Names) => any} list
 * @property {(state: Names, item: any, index: number) => any} [key]
 * @property {Required<Reference>} [owner] the list that its items are written back to
 *
 * What must hold around a component use: a loop, or a condition after those that must not hold.
 * @typedef {Loop | {when: (state: Names) => any}} Around
 *
 * A component in the layout of another.
 * @typedef {object} Child
 * @property {Program} program
 * @property {Around[]} around outermost first
 * @property {Record<string, Reference>} given the child's names whose values come from its parent
 *
 * What a component does.
 * @typedef {object} Program
 * @property {string} name
 * @property {string} source the path of its file; places in it are written as `line:column`
 * @property {Record<string, any>} state the names of the instance with their first values
 * @property {Record<string, any>} local those of the visitor
 * @property {Record<string, (state: Names) => any>} computed
 * @property {Record<string, string>} places where the computed names are declared
 * @property {Record<string, (turn: import("./turn.js").Turn, state: Names, ...args: any[]) => void>} handlers
 * @property {Record<number, {at: string, handler: string, loops: Loop[], args: (turn: import("./turn.js").Turn, state: Names) => any[]}>} events
 *   by the number of the call site
 * @property {Record<number, {at: string, loops: Loop[], set: (state: Names, value: any) => void}>} binds by the number of the call site
 * @property {Record<number, Child>} uses by the number of the use
 * @property {string[]} loops the names of the layout's loops
 */

/** @param {Program} definition @returns {Program} */
export const program = (definition) => definition;

/** Does something; where it fails, its error says in which place of the source. @template T @param {Program} definition
 * @param {() => string} place asked for when it is needed @param {() => T} work @returns {T} */
export function placed({ source }, place, work) {
  try {
    return work();
  } catch (error) {
    // The innermost place tells most
    if (error instanceof Error && !("at" in error)) Object.assign(error, { at: `${source}:${place()}` });
    throw error;
  }
}

/** Where names lead to the component that they are of. */
const FRAME = Symbol("frame");

/** Under these, names inside a loop have its pass, by what its item and position are called. @type {Map<string, symbol>} */
const slots = new Map();

/** @param {string} name of an item or position */
function slotOf(name) {
  let slot = slots.get(name);
  if (!slot) slots.set(name, (slot = Symbol(name)));
  return slot;
}

/** What every component's names come from. @type {WeakMap<Program, object>} */
const prototypes = new WeakMap();

/** @param {Program} definition */
function prototypeOf(definition) {
  let prototype = prototypes.get(definition);
  if (!prototype) prototypes.set(definition, (prototype = accessors(definition)));
  return prototype;
}

/** @param {Program} definition */
function accessors({ state, local, computed, loops }) {
  /** @type {Record<string, PropertyDescriptor>} */
  const names = { user: visitorName("user"), client: visitorName("client") };
  for (const name of Object.keys({ ...state, ...local, ...computed })) names[name] = ownName(name);
  for (const name of loops) names[name] = loopName(name, names[name]);
  return Object.create(null, names);
}

/** @param {"user" | "client"} name @returns {PropertyDescriptor} */
const visitorName = (name) => ({
  get() { return this[FRAME].visitor[name]; },
});

/** @param {string} name @returns {PropertyDescriptor} */
const ownName = (name) => ({
  get() { return this[FRAME].get(name); },
  set(value) { this[FRAME].set(name, value); },
});

/** A name that stands for something of its own in a loop. @param {string} name
 * @param {PropertyDescriptor} [outside] what it stands for where it is not in its loop @returns {PropertyDescriptor} */
function loopName(name, outside) {
  const slot = slotOf(name);
  const unknown = () => fail(`unknown name \`${name}\``);
  const { get = unknown, set = unknown } = outside ?? {};
  return {
    get() {
      if (!(slot in this)) return get.call(this);
      const { pass, part } = this[slot];
      return pass[part];
    },
    set(value) {
      if (!(slot in this)) return set.call(this, value);
      const { pass, part } = this[slot];
      if (part === "index") fail(`\`${name}\` is a position and cannot be set`);
      pass.item = value;
    },
  };
}

/** A component in its place, over the memory of its page. */
export class Frame {
  /**
   * @param {import("./memory.js").Memory} memory
   * @param {{user: any, client: any}} visitor
   * @param {Program} definition
   * @param {string} path what stands in front of its keys
   * @param {number} level how many uses lead to it
   * @param {Record<string, Reference>} given
   * @param {?Names} around the names of its parent at its use
   */
  constructor(memory, visitor, definition, path, level, given, around) {
    this.memory = memory;
    this.visitor = visitor;
    this.program = definition;
    this.path = path;
    this.level = level;
    this.given = given;
    this.around = around;
    /** @type {Names} */ this.names = Object.create(prototypeOf(definition), { [FRAME]: { value: this } });
  }

  /** @param {string} name */
  get(name) {
    if (Object.hasOwn(this.given, name)) return this.given[name].get(/** @type {Names} */ (this.around));
    const { computed, state, local } = this.program;
    if (Object.hasOwn(computed, name)) return this.memory.derived(this.computed(name));
    const value = this.memory.read(this.path + name);
    return value !== undefined ? value : Object.hasOwn(state, name) ? state[name] : local[name];
  }

  /** @param {string} name @returns {Cell} */
  computed(name) {
    const key = this.path + name;
    const { places, computed } = this.program;
    const evaluate = () => placed(this.program, () => places[name], () => computed[name](this.names) ?? null);
    return this.memory.cell(key, () => new Cell(key, 2 * this.level, evaluate, (value, before) => normal(value, before) ?? null));
  }

  /** @param {string} name @param {any} value */
  set(name, value) {
    if (Object.hasOwn(this.given, name)) {
      const { set } = this.given[name];
      if (!set) fail(`\`${name}\` is given by the component around: bind it to set it`);
      set(/** @type {Names} */ (this.around), value);
    } else if (Object.hasOwn(this.program.computed, name)) fail(`\`${name}\` cannot be set`);
    else if (typeof value === "function") fail(`a function cannot be stored in \`${name}\``);
    else this.memory.write(this.path + name, value ?? null);
  }
}

/** One pass of a loop: its item, which is written back to its list, and its position. */
export class Pass {
  #item;

  /** @param {string} name what the item is called @param {any} item @param {number} index
   * @param {{get: () => any, set: (list: any) => void, undo?: (step: () => void) => void}} [owner] its list */
  constructor(name, item, index, owner) {
    this.name = name;
    this.#item = item;
    this.index = index;
    this.owner = owner;
  }

  get item() {
    return this.#item;
  }

  set item(value) {
    if (!this.owner) fail(`\`${this.name}\` is an item of a list that cannot be set`);
    const list = this.owner.get();
    const at = Array.isArray(list) ? this.#indexIn(list) : -1;
    if (at < 0) fail(`\`${this.name}\` is not in its list any more`);
    const [before, changed] = [this.#item, value ?? null];
    this.owner.set(list.with(at, changed));
    this.owner.undo?.(() => (this.#item = before));
    this.#item = changed;
  }

  /** Where the item is in its list now: the same object, else the one of its id, else an equal one. @param {any[]} list */
  #indexIn(list) {
    const item = this.#item;
    if (list[this.index] === item) return this.index;
    const found = list.indexOf(item);
    if (found >= 0) return found;
    const id = idOf(item);
    const named = id === undefined ? -1 : list.findIndex((one) => same(idOf(one), id));
    return named >= 0 ? named : list.findIndex((one) => same(one, item));
  }
}

/** @param {any} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {any} item */
const idOf = (item) => (isObject(item) && Object.hasOwn(item, "id") ? item.id : undefined);

/** The names inside a loop. @param {Names} outer @param {Loop} loop @param {Pass} pass @returns {Names} */
function inside(outer, loop, pass) {
  const names = Object.create(outer);
  names[slotOf(loop.index)] = { pass, part: "index" };
  names[slotOf(loop.item)] = { pass, part: "item" };
  return names;
}

/** A loop where it stands: its items, and what they are known by. */
export class Items {
  /** @param {Names} outer @param {Loop} loop */
  constructor(outer, loop) {
    this.outer = outer;
    this.loop = loop;
    const list = loop.list(outer);
    /** @type {any[]} */ this.list = Array.isArray(list) ? list : [];
    const keys = this.list.map((item, index) => keyOf(loop.key ? loop.key(outer, item, index) : idOf(item)));
    this.keyed = !keys.includes(null) && new Set(keys).size === keys.length;
    /** The keys, or the positions where an item has none or two have the same. */
    this.keys = /** @type {string[]} */ (this.keyed ? keys : keys.map((_, index) => String(index)));
  }

  /** The pass of one item. @param {number} index */
  pass(index) {
    const { outer, loop } = this;
    const { owner } = loop;
    const reference = owner && {
      get: () => owner.get(outer),
      set: (/** @type {any} */ list) => owner.set(outer, list),
      undo: (/** @type {() => void} */ step) => outer[FRAME].memory.onRollback(step),
    };
    const pass = new Pass(loop.item, this.list[index], index, reference);
    return { pass, names: inside(outer, loop, pass) };
  }
}

/** @param {any} key @returns {?string} null where it is no text, number or truth value */
const keyOf = (key) => (["string", "number", "boolean"].includes(typeof key) ? String(key) : null);

/**
 * A value with another one below it.
 *
 * @param {any} base @param {any[]} keys the way down @param {any} value @param {string} name what `base` is called
 * @returns {any} a copy
 */
export function put(base, keys, value, name) {
  if (keys.length === 0) return value;
  const [key, ...rest] = keys;
  const below = `${name}${typeof key === "number" ? `[${key}]` : `.${str(key)}`}`;
  if (Array.isArray(base)) {
    const inner = (/** @type {number} */ at) => put(base[at], rest, value, below);
    if (Number.isInteger(key) && key >= 0 && key < base.length) return base.with(key, inner(key));
    if (key === base.length) return [...base, inner(key)];
    fail(`\`${name}\` has ${base.length} items, and \`${str(key)}\` is no position among them or right behind`);
  }
  if (!isObject(base)) {
    const what = base === null || base === undefined ? `is \`${base}\`` : `is a ${typeof base}`;
    fail(`\`${name}\` ${what} and has no \`${str(key)}\`: set \`${name}\` to an object first`);
  }
  const before = Object.hasOwn(base, str(key)) ? base[str(key)] : undefined;
  return { ...base, [str(key)]: put(before, rest, value, below) };
}
