// @ts-check
/** Values behind flat keys, what is derived from them, and transactions over both. */
import { normal } from "./normal.js";

/**
 * Something derived: a computed name, or the passes of the loops around a component use.
 *
 * It knows what its last evaluation has read, so that it is evaluated again only where something of that has changed.
 */
export class Cell {
  /**
   * @param {string} key
   * @param {number} depth a cell is settled behind those of less depth
   * @param {() => any} evaluate
   * @param {(value: any, before: any) => any} accept what is kept of a value in place of the one before, which it
   *   returns where nothing has changed
   */
  constructor(key, depth, evaluate, accept) {
    this.key = key;
    this.depth = depth;
    this.evaluate = evaluate;
    this.accept = accept;
    this.stale = true;
    /** @type {any} */ this.value = undefined;
    /** The keys that the last evaluation has read. @type {Set<string>} */ this.reads = new Set();
  }
}

/**
 * What an evaluation gave.
 *
 * @template T
 * @typedef {object} Dated
 * @property {T} value
 * @property {Set<string>} reads the keys that it has read
 * @property {number} at the version in which it was evaluated
 * @property {number} since the version in which something that it read has changed last
 */

/** The memory of one page. Everything between two calls of `commit` or `rollback` is one transaction. */
export class Memory {
  /** What was set, by key. @type {Map<string, any>} */
  #values = new Map();
  /** @type {Map<string, Cell>} */
  #cells = new Map();
  /** The cells that have read a key. @type {Map<string, Set<Cell>>} */
  #readers = new Map();
  /** The version in which a key has changed last. @type {Map<string, number>} */
  #versions = new Map();
  #version = 0;
  /** What the evaluation under way has read. @type {Set<string> | undefined} */
  #reads;

  // ---- the transaction under way

  /** Takes it back, in reverse order. @type {(() => void)[]} */
  #undo = [];
  /** What was there before, by the keys that have been written. @type {Map<string, any>} */
  #written = new Map();
  /** The cells that may have changed. @type {Set<Cell>} */
  #touched = new Set();
  /** What those had before that were evaluated. @type {Map<Cell, any>} */
  #evaluated = new Map();
  /** What has changed: undefined for what is gone. @type {Map<string, any>} */
  #changes = new Map();
  /** Whether something written was not normal, so that what was derived from it is not either. */
  #altered = false;

  get version() {
    return this.#version;
  }

  /** The keys that are set. */
  keys() {
    return [...this.#values.keys()];
  }

  /** What is set and what is derived, by key. @returns {Record<string, any>} */
  all() {
    const derived = [...this.#cells.values()].map((cell) => [cell.key, cell.value]);
    return { ...Object.fromEntries(this.#values), ...Object.fromEntries(derived) };
  }

  /** @param {string} key @returns {any} undefined where it was never set */
  read(key) {
    this.#reads?.add(key);
    return this.#values.get(key);
  }

  /** @param {string} key @param {any} value undefined to forget it */
  write(key, value) {
    if (!this.#written.has(key)) {
      const before = this.#values.get(key);
      this.#written.set(key, before);
      this.#undo.push(() => this.#put(key, before));
    }
    this.#put(key, value);
    this.#outdate(key);
  }

  /** @param {string} key @param {any} value */
  #put(key, value) {
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, value);
  }

  /** The cell of a key, made by `make` where there is none. @param {string} key @param {() => Cell} make */
  cell(key, make) {
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = make();
      this.#add(cell);
      this.#touched.add(cell);
      const made = cell;
      this.#undo.push(() => this.#remove(made));
    }
    return cell;
  }

  /** What a cell has now. @param {Cell} cell @returns {any} */
  derived(cell) {
    this.#reads?.add(cell.key);
    if (cell.stale) this.#evaluate(cell);
    return cell.value;
  }

  /** Forgets the cell of a key. @param {string} key @returns {Cell | undefined} what it was */
  drop(key) {
    const cell = this.#cells.get(key);
    if (!cell) return undefined;
    this.#remove(cell);
    this.#touched.delete(cell);
    this.#changes.set(key, undefined);
    this.#undo.push(() => this.#add(cell));
    return cell;
  }

  /** @param {Cell} cell */
  #add(cell) {
    this.#cells.set(cell.key, cell);
    this.#link(cell, cell.reads);
  }

  /** @param {Cell} cell */
  #remove(cell) {
    this.#cells.delete(cell.key);
    this.#link(cell, new Set());
  }

  /** @param {Cell} cell @param {Set<string>} reads */
  #link(cell, reads) {
    for (const key of cell.reads) {
      const readers = this.#readers.get(key);
      if (!reads.has(key) && readers?.delete(cell) && readers.size === 0) this.#readers.delete(key);
    }
    for (const key of reads) {
      let readers = this.#readers.get(key);
      if (!readers) this.#readers.set(key, (readers = new Set()));
      readers.add(cell);
    }
    cell.reads = reads;
  }

  /** @param {string} key */
  #outdate(key) {
    for (const cell of this.#readers.get(key) ?? []) {
      if (cell.stale) continue;
      cell.stale = true;
      this.#touched.add(cell);
      this.#undo.push(() => (cell.stale = false));
      this.#outdate(cell.key);
    }
  }

  /** @param {Cell} cell */
  #evaluate(cell) {
    const { value, reads, stale } = cell;
    const outer = this.#reads;
    this.#reads = new Set();
    try {
      const fresh = cell.evaluate();
      if (!this.#evaluated.has(cell)) this.#evaluated.set(cell, value);
      this.#undo.push(() => {
        this.#link(cell, this.#cells.has(cell.key) ? reads : new Set());
        Object.assign(cell, { value, stale });
      });
      this.#link(cell, this.#reads);
      Object.assign(cell, { value: fresh, stale: false });
    } finally {
      this.#reads = outer;
    }
  }

  /** Whether something that a cell is derived from has changed behind a version. @param {Cell} cell
   * @param {number} version */
  changedSince(cell, version) {
    return this.#changed(cell.reads, version);
  }

  /** @param {Set<string>} keys @param {number} version */
  #changed(keys, version) {
    return [...keys].some((key) => (this.#versions.get(key) ?? 0) > version);
  }

  /**
   * Something evaluated between two transactions, and when what it reads has changed last.
   *
   * @template T @param {() => T} evaluate @param {Dated<T>} [before] what this gave back before, which it gives back
   *   again where nothing of that has changed
   * @returns {Dated<T>}
   */
  dated(evaluate, before) {
    if (before && !this.#changed(before.reads, before.at)) return before;
    const outer = this.#reads;
    const reads = (this.#reads = new Set());
    try {
      const value = evaluate();
      return { value, reads, at: this.#version, since: Math.max(0, ...[...reads].map((key) => this.#versions.get(key) ?? 0)) };
    } finally {
      this.#reads = outer;
    }
  }

  /** Adds something that is to be done where the transaction is taken back. @param {() => void} step */
  onRollback(step) {
    this.#undo.push(step);
  }

  // ---- its end

  /**
   * Brings everything derived up to date and ends the transaction.
   *
   * @returns {Map<string, any>} the keys that have changed with their values, undefined for those that are gone
   */
  commit() {
    do this.#settle();
    while (this.#touched.size > 0 || this.#written.size > 0);
    const changes = this.#changes;
    if (changes.size > 0) this.#version++;
    for (const [key, value] of changes) {
      if (value === undefined) this.#versions.delete(key);
      else this.#versions.set(key, this.#version);
    }
    this.#end();
    return changes;
  }

  #settle() {
    for (const [key, before] of this.#written) {
      const value = this.#values.get(key);
      const kept = normal(value, before);
      this.#altered ||= kept !== value && kept !== before;
      this.#put(key, kept);
      if (kept !== before) this.#changes.set(key, kept);
    }
    this.#written.clear();
    for (const cell of [...this.#touched].sort((a, b) => a.depth - b.depth)) this.#settleCell(cell);
  }

  /** @param {Cell} cell */
  #settleCell(cell) {
    if (!this.#touched.delete(cell)) return;
    for (const key of cell.reads) {
      const read = this.#cells.get(key);
      if (read) this.#settleCell(read);
    }
    const before = this.#evaluated.has(cell) ? this.#evaluated.get(cell) : cell.value;
    if (this.#evaluated.has(cell)) {
      if (cell.stale || this.#altered) this.#evaluate(cell);
    } else if (cell.value === undefined || [...cell.reads].some((key) => this.#changes.has(key))) this.#evaluate(cell);
    else cell.stale = false;
    cell.value = cell.accept(cell.value, before);
    if (cell.value !== before) this.#changes.set(cell.key, cell.value);
  }

  /** Takes the transaction back. */
  rollback() {
    for (const undo of this.#undo.reverse()) undo();
    this.#end();
  }

  #end() {
    this.#undo = [];
    this.#written = new Map();
    this.#touched = new Set();
    this.#evaluated = new Map();
    this.#changes = new Map();
    this.#altered = false;
  }
}
