// @ts-check
/** One handler's run: what it knows of the moment, what it does besides setting names, and how much it may do. */
import { fail, str } from "../expr.js";
import { normal } from "./normal.js";
import { Pass } from "./program.js";

/** The most passes of loops and calls of handlers that one event may take. */
const MAX_STEPS = 1_000_000;
/** How deeply handlers may call each other. */
const MAX_CALLS = 200;
const MAX_EVENTS = 64;

/** More than one event may do. */
export class BudgetExceeded extends Error {}

/** @typedef {{event: string, data: any}} Sent */

export class Turn {
  /** What the handler has sent, for when everything is done. @type {Sent[]} */
  sent = [];
  /** The place of the statement under way, as `line:column`. */
  at = "";
  #frame;
  #happened;
  /** @type {any} */ #data;
  #pass;
  #handler = "";
  #steps = 0;
  #depth = 0;

  /**
   * @param {import("./program.js").Frame} frame the component whose handlers run
   * @param {{event?: any, el?: any}} happened
   * @param {Pass} [pass] of the innermost loop around the element
   */
  constructor(frame, happened, pass) {
    this.#frame = frame;
    this.#happened = happened;
    this.#pass = pass;
  }

  /** As data, made where a handler asks for it. */
  get #told() {
    return (this.#data ??= JSON.parse(JSON.stringify(this.#happened)));
  }

  get event() {
    return this.#told.event ?? {};
  }

  get el() {
    const { el = {} } = this.#told;
    const item = this.#pass && { hjxItem: JSON.stringify(normal(this.#pass.item)), hjxIdx: String(this.#pass.index) };
    return { ...el, dataset: { ...el.dataset, ...item } };
  }

  get ctx() {
    return { el: this.el, event: this.event };
  }

  /** Runs a handler of the component. @param {string} name @param {import("./program.js").Names} state
   * @param {...any} args */
  call(name, state, ...args) {
    const { handlers } = this.#frame.program;
    if (!Object.hasOwn(handlers, name)) fail(`there is no handler \`${name}\``);
    if (++this.#depth > MAX_CALLS) throw new BudgetExceeded("the handler is nested too deeply");
    this.#spend(1);
    const caller = this.#handler;
    this.#handler = name;
    handlers[name](this, state, ...args);
    this.#handler = caller;
    this.#depth--;
  }

  /** @param {number} steps */
  #spend(steps) {
    this.#steps += steps;
    if (this.#steps > MAX_STEPS) throw new BudgetExceeded("the handler took too many steps");
  }

  /** What a `for` goes through. @param {any} list @returns {any[]} */
  items(list) {
    if (list === null || list === undefined) return [];
    if (!Array.isArray(list)) fail(`\`for\` goes through a list, and this is a ${typeof list}`);
    this.#spend(list.length);
    return list;
  }

  /** The same for a `for` that sets its items. @param {any} list @param {string} name what the item is called
   * @param {{get: () => any, set: (list: any) => void}} [owner] @returns {Pass[]} */
  passes(list, name, owner) {
    return this.items(list).map((item, index) => new Pass(name, item, index, owner));
  }

  /** What `...` stands for among the arguments of a handler. @param {any} value @returns {any[]} */
  spread(value) {
    return Array.isArray(value) ? value : fail("`...` takes a list here");
  }

  /** @param {any} value */
  log(value) {
    const line = typeof value === "string" ? value : JSON.stringify(normal(value)) ?? "null";
    console.log(`${this.#frame.program.name}.${this.#handler}: ${line}`);
  }

  /** On a page of its own, everybody is whoever is here. @param {any} event @param {any} data */
  broadcast(event, data) {
    this.emit(event, data);
  }

  /** @param {any} event @param {any} data */
  emit(event, data) {
    if (this.sent.length >= MAX_EVENTS) throw new BudgetExceeded("the handler sends too many events");
    // What listens on the page may do with it what it likes
    this.sent.push({ event: str(event), data: structuredClone(normal(data) ?? null) });
  }
}
