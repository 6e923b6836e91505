// @ts-check
/** State that lives in the page: what the server does for a component elsewhere. */
import { Cell, Memory } from "./memory.js";
import { Frame, Items, placed } from "./program.js";
import { LiveError } from "../protocol.js";
import { BudgetExceeded, Turn } from "./turn.js";

/**
 * One pass of the loops around a component use.
 *
 * @typedef {object} Place
 * @property {import("./program.js").Names} names those of the parent at the use
 * @property {any[]} items the items and positions that `names` stands for
 * @property {boolean} shown
 * @property {Frame} [frame] the child, once it was asked for
 *
 * @typedef {{places: Map<string, Place>, complete: boolean, keyed: boolean}} Places
 *
 * @typedef {object} Listener
 * @property {(changes: Record<string, any>, gone: boolean, version: number) => void} onChange told of the names that
 *   have changed; `gone` where some are there no more
 * @property {(event: string, data: any) => void} onEvent
 */

const ANONYMOUS = { name: null, roles: [], authenticated: false };

/**
 * A component's state in the page. Every event is one transaction: it sets everything or, where it fails, nothing.
 *
 * Computed names and the children that loops show are brought up to date before an event is done, each where something
 * that it reads has changed.
 */
export class LocalStore {
  #memory = new Memory();
  #root;
  #listener;
  #visitor;
  #personal;
  /** The children that are kept up to date, by use. @type {WeakMap<import("./program.js").Child, boolean>} */
  #keeping = new WeakMap();

  /**
   * The items of loops as events found them last, by the names outside of the loop.
   *
   * @type {WeakMap<import("./program.js").Names, Map<import("./program.js").Loop, import("./memory.js").Dated<Items>>>}
   */
  #loops = new WeakMap();

  /**
   * @param {import("./program.js").Program} program
   * @param {string[]} personal the uses, as the numbers that lead to them (`3/7/`), in lists that differ by visitor
   * @param {string} client a random id
   * @param {Listener} listener
   */
  constructor(program, personal, client, listener) {
    this.#personal = new Set(personal);
    this.#visitor = { user: ANONYMOUS, client: { id: client } };
    this.#listener = listener;
    this.#root = new Frame(this.#memory, this.#visitor, program, "", 0, {}, null);
    for (const [name, value] of Object.entries({ ...program.state, ...program.local })) this.#memory.write(name, value);
    this.#visit(this.#root);
    this.#memory.commit();
  }

  get version() {
    return this.#memory.version;
  }

  /** What a layout reads: all names that have a value of their own, by key, with `user` and `client`. */
  values() {
    return { ...named(Object.entries(this.#memory.all())), ...this.#visitor };
  }

  /** Does what a layout asks for. @param {import("../subscription.js").Action} action @returns {Promise<void>} settled
   *   when it is shown, rejected with a `LiveError` where it failed */
  async send(action) {
    /** @type {import("./turn.js").Sent[]} */ let sent = [];
    let changes;
    try {
      sent = action.kind === "event" ? this.#trigger(action) : this.#bind(action);
      changes = this.#memory.commit();
    } catch (error) {
      this.#memory.rollback();
      throw told(error);
    }
    const gone = [...changes.values()].includes(undefined);
    if (changes.size > 0) this.#listener.onChange(named([...changes]), gone, this.version);
    for (const { event, data } of sent) this.#listener.onEvent(event, data);
  }

  /** @param {import("../subscription.js").Action} action */
  #trigger({ site, at, items, version = this.version, event, el }) {
    const frame = this.#frame(at, version);
    const found = frame.program.events[site];
    if (!found) throw new LiveError("bad-site", `there is no event ${site}`);
    const { names, pass } = this.#inside(frame, found.loops, items, version);
    const turn = new Turn(frame, { event, el }, pass);
    if (!Object.hasOwn(frame.program.handlers, found.handler)) {
      throw new LiveError("unknown-handler", `the component has no handler \`${found.handler}\``);
    }
    turn.at = found.at;
    placed(frame.program, () => turn.at, () => turn.call(found.handler, names, ...found.args(turn, names)));
    return turn.sent;
  }

  /** @param {import("../subscription.js").Action} action */
  #bind({ site, at, items, version = this.version, value }) {
    const frame = this.#frame(at, version);
    const found = frame.program.binds[site];
    if (!found) throw new LiveError("not-bound", `there is no input ${site}`);
    const { names } = this.#inside(frame, found.loops, items, version);
    placed(frame.program, () => found.at, () => found.set(names, value));
    return [];
  }

  /** The component at the end of a way of uses. @param {[number, string][]} at @param {number} version */
  #frame(at, version) {
    let frame = this.#root;
    for (const [use, key] of at) {
      const cell = this.#cell(frame, use);
      const { places, keyed } = this.#memory.derived(cell);
      const place = places.get(key);
      if (!place || (!keyed && this.#memory.changedSince(cell, version))) throw stale();
      frame = this.#child(frame, use, key, place);
    }
    return frame;
  }

  /** The names inside the loops around a binding. @param {Frame} frame @param {import("./program.js").Loop[]} loops
   * @param {[string, unknown][]} items @param {number} version */
  #inside(frame, loops, items, version) {
    let names = frame.names;
    let pass;
    loops.forEach((loop, i) => {
      const [, key] = items[i];
      const { value, since } = this.#items(names, loop);
      const index = value.keys.indexOf(String(key));
      if (index < 0 || (!value.keyed && since > version)) throw stale();
      ({ pass, names } = value.pass(index));
    });
    return { names, pass };
  }

  /** @param {import("./program.js").Names} names outside of the loop @param {import("./program.js").Loop} loop */
  #items(names, loop) {
    let loops = this.#loops.get(names);
    if (!loops) this.#loops.set(names, (loops = new Map()));
    const items = this.#memory.dated(() => new Items(names, loop), loops.get(loop));
    loops.set(loop, items);
    return items;
  }

  // ---- children

  /** @param {Frame} frame @param {number} use @returns {Cell} */
  #cell(frame, use) {
    const key = `${frame.path}${use}:`;
    return this.#memory.cell(key, () => {
      const evaluate = () => placesOf(frame.names, frame.program.uses[use].around);
      const accept = (/** @type {Places} */ now, /** @type {Places | undefined} */ before) => this.#follow(frame, use, now, before);
      return new Cell(key, 2 * frame.level + 1, evaluate, accept);
    });
  }

  /** @param {Frame} parent @param {number} use @param {string} key @param {Place} place */
  #child(parent, use, key, place) {
    const { program, given } = parent.program.uses[use];
    const path = `${parent.path}${use}:${key}/`;
    return (place.frame ??= new Frame(this.#memory, this.#visitor, program, path, parent.level + 1, given, place.names));
  }

  /** Goes over to other passes of a use: children come and go, and what those had that are gone is forgotten.
   * @param {Frame} frame @param {number} use @param {Places} now @param {Places} [before] */
  #follow(frame, use, now, before) {
    if (now === before) return before;
    for (const [key, old] of before?.places ?? []) {
      const place = now.places.get(key);
      const stays = place && place.shown === old.shown && place.items.every((item, i) => Object.is(item, old.items[i]));
      if (stays) now.places.set(key, old);
      else if (old.frame) this.#leave(old.frame);
    }
    if (now.complete && frame.program.uses[use].around.some((step) => "list" in step)) this.#prune(frame, use, now.places);
    for (const [key, place] of now.places) {
      if (place.shown && before?.places.get(key) !== place) this.#visit(this.#child(frame, use, key, place));
    }
    return now;
  }

  /** As on the server, what one visitor's list leaves out keeps the state that all visitors share.
   * @param {Frame} frame @param {number} use @param {Map<string, Place>} present */
  #prune(frame, use, present) {
    const prefix = `${frame.path}${use}:`;
    const shared = this.#personal.has(`${prefix}/`.replace(/:[^/]*/g, ""));
    for (const key of this.#memory.keys()) {
      const gone = key.startsWith(prefix) && !present.has(key.slice(prefix.length, key.indexOf("/", prefix.length)));
      if (gone && !(shared && this.#isShared(key))) this.#memory.write(key, undefined);
    }
  }

  /** @param {string} key of a child's name */
  #isShared(key) {
    const steps = key.split("/");
    const name = /** @type {string} */ (steps.pop());
    const program = steps.reduce((parent, step) => parent.uses[parseInt(step)].program, this.#root.program);
    return Object.hasOwn(program.state, name);
  }

  /** Begins to keep a component and those in it up to date. @param {Frame} frame */
  #visit(frame) {
    for (const name of Object.keys(frame.program.computed)) this.#memory.derived(frame.computed(name));
    for (const [use, child] of Object.entries(frame.program.uses)) {
      if (this.#keeps(child)) this.#memory.derived(this.#cell(frame, Number(use)));
    }
  }

  /** @param {Frame} frame */
  #leave(frame) {
    for (const name of Object.keys(frame.program.computed)) this.#memory.drop(frame.path + name);
    for (const use of Object.keys(frame.program.uses)) {
      const places = this.#memory.drop(`${frame.path}${use}:`)?.value?.places ?? new Map();
      for (const place of places.values()) if (place.frame) this.#leave(place.frame);
    }
  }

  /** Whether something of a child, or of those in it, is to be kept: a name of its own, or a computed one.
   * @param {import("./program.js").Child} child @returns {boolean} */
  #keeps(child) {
    let keeps = this.#keeping.get(child);
    if (keeps === undefined) {
      const { state, local, computed, uses } = child.program;
      const own = Object.keys({ ...state, ...local }).some((name) => !Object.hasOwn(child.given, name));
      keeps = own || Object.keys(computed).length > 0 || Object.values(uses).some((inner) => this.#keeps(inner));
      this.#keeping.set(child, keeps);
    }
    return keeps;
  }
}

/** The passes of the loops around a use. @param {import("./program.js").Names} names
 * @param {import("./program.js").Around[]} around @returns {Places} */
function placesOf(names, around) {
  /** @type {Places} */ const found = { places: new Map(), complete: true, keyed: true };
  walk(found, names, around, { keys: [], items: [], shown: true });
  return found;
}

/** @param {Places} found @param {import("./program.js").Names} names @param {import("./program.js").Around[]} around
 * @param {{keys: string[], items: any[], shown: boolean}} way */
function walk(found, names, [step, ...rest], { keys, items, shown }) {
  if (!step) {
    found.places.set(keys.map(encodeURIComponent).join(","), { names, items, shown });
  } else if ("when" in step) {
    walk(found, names, rest, { keys, items, shown: shown && Boolean(attempted(found, () => step.when(names))) });
  } else {
    const loop = attempted(found, () => new Items(names, step));
    if (loop && !loop.keyed) found.keyed = false;
    loop?.keys.forEach((key, index) => {
      const inner = loop.pass(index).names;
      walk(found, inner, rest, { keys: [...keys, key], items: [...items, loop.list[index], index], shown });
    });
  }
}

/** A list or condition that fails is shown as nothing; the layout says so. @template T @param {Places} found
 * @param {() => T} evaluate @returns {T | undefined} */
function attempted(found, evaluate) {
  try {
    return evaluate();
  } catch {
    found.complete = false;
    return undefined;
  }
}

/** The keys that stand for names, with their values; the others are those of uses. @param {[string, any][]} entries
 * @returns {Record<string, any>} */
const named = (entries) => Object.fromEntries(entries.filter(([key, value]) => !key.endsWith(":") && value !== undefined));

const stale = () => new LiveError("stale-item", "the item is not in its list any more");

/** @param {any} error @returns {LiveError} */
function told(error) {
  if (error instanceof LiveError) return error;
  const code = error instanceof BudgetExceeded ? "budget-exceeded" : "handler-failed";
  return Object.assign(new LiveError(code, error.message, error.at), { cause: error });
}
