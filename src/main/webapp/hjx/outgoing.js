// @ts-check
import { CLOSED, LiveError, QUEUE_FULL, RESUME_EXPIRED, STALE_ITEM } from "./protocol.js";

/**
 * @typedef {{type: string, sub: number, id?: number, [member: string]: unknown}} Numbered
 * @typedef {object} Entry
 * @property {Numbered} message
 * @property {string} [target] the bound input, where the message is its value
 * @property {Promise<void>} done
 * @property {() => void} resolve
 * @property {(error: Error) => void} reject
 */

/** How many messages wait, unsent, at most. */
export const WAITING = 256;

/**
 * The messages that want an answer, in order: those sent and not yet answered, and behind them those that wait for a
 * connection or for room. A message gets its id, higher than any before, when it is first sent.
 */
export class Outgoing {
  /** @type {Map<number, Entry>} */
  #unacknowledged = new Map();
  /** @type {Entry[]} */
  #waiting = [];
  #lastId = 0;
  #room = 32;

  /** Sets how many may be unanswered. @param {number} count */
  set room(count) {
    this.#room = count;
  }

  /**
   * Takes a message. A bound input's value takes the place of the one that waits last, if that is the same input's.
   *
   * @param {Numbered} message
   * @param {string} [target]
   * @returns {Promise<void>} settled by the answer
   */
  add(message, target) {
    const last = this.#waiting.at(-1);
    if (target !== undefined && last?.target === target) {
      last.message = message;
      return last.done;
    }
    if (this.#waiting.length >= WAITING) {
      return Promise.reject(new LiveError(QUEUE_FULL, "Too much is waiting for the connection."));
    }
    const entry = newEntry(message, target);
    this.#waiting.push(entry);
    return entry.done;
  }

  /** Takes the messages out of waiting that may be sent now. @param {(sub: number) => boolean} ready
   * @returns {Numbered[]} */
  take(ready) {
    const count = Math.max(0, this.#room - this.#unacknowledged.size);
    const taken = this.#waiting.filter(({ message }) => ready(message.sub)).slice(0, count);
    this.#waiting = this.#waiting.filter((entry) => !taken.includes(entry));
    return taken.map((entry) => {
      const id = ++this.#lastId;
      entry.message = { ...entry.message, id };
      this.#unacknowledged.set(id, entry);
      return entry.message;
    });
  }

  /** The messages of a subscription that were sent and not answered. @param {number} sub @returns {Numbered[]} */
  unanswered(sub) {
    return [...this.#unacknowledged.values()].map((entry) => entry.message).filter((message) => message.sub === sub);
  }

  /** Notes that a message is done. @param {number} id */
  acknowledge(id) {
    this.#unacknowledged.get(id)?.resolve();
    this.#unacknowledged.delete(id);
  }

  /**
   * Notes that a message failed.
   *
   * @param {number} id
   * @param {Error} error
   */
  fail(id, error) {
    this.#unacknowledged.get(id)?.reject(error);
    this.#unacknowledged.delete(id);
  }

  /**
   * Notes that the server no longer knows what it got of a subscription. Values of bound inputs are sent again, since
   * that does no harm; whatever else was sent fails.
   *
   * @param {number} sub
   */
  expire(sub) {
    const sent = [...this.#unacknowledged].filter(([, { message }]) => message.sub === sub);
    sent.forEach(([id]) => this.#unacknowledged.delete(id));
    const entries = sent.map(([, entry]) => entry);
    const error = new LiveError(
      RESUME_EXPIRED,
      "The connection was away for too long: it is not known whether your last action took effect.",
    );
    entries.filter(({ target }) => target === undefined).forEach((entry) => entry.reject(error));
    this.#waiting.unshift(...entries.filter(({ target }) => target !== undefined));
  }

  /**
   * Changes what waits of a subscription.
   *
   * @param {number} sub
   * @param {(message: Numbered) => boolean} renew false for a message that is to be given up
   */
  renew(sub, renew) {
    const given = this.#waiting.filter(({ message }) => message.sub === sub && !renew(message));
    this.#waiting = this.#waiting.filter((entry) => !given.includes(entry));
    const error = new LiveError(STALE_ITEM, "What this was about has changed.");
    given.forEach((entry) => entry.reject(error));
  }

  /** Puts a message before all that wait. @param {Numbered} message @param {string} target */
  addFirst(message, target) {
    if (!this.#waiting.some((entry) => entry.target === target)) {
      this.#waiting.unshift(newEntry(message, target));
    }
  }

  /**
   * Gives up the messages of a subscription, or all.
   *
   * @param {number} [sub]
   */
  drop(sub) {
    const error = new LiveError(CLOSED, "The connection has ended.");
    const matches = (/** @type {Entry} */ entry) => sub === undefined || entry.message.sub === sub;
    for (const [id, entry] of this.#unacknowledged) {
      if (matches(entry)) this.fail(id, error);
    }
    const given = this.#waiting.filter(matches);
    this.#waiting = this.#waiting.filter((entry) => !matches(entry));
    given.forEach((entry) => entry.reject(error));
  }
}

/** @param {Numbered} message @param {string} [target] @returns {Entry} */
function newEntry(message, target) {
  /** @type {any} */
  const entry = { message, target };
  entry.done = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
  // Whoever asked hears of a failure; that nobody asked, as after a break, is no error of its own.
  entry.done.catch(() => {});
  return entry;
}
