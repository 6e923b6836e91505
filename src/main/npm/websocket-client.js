// @ts-check
/** The client of the message server for browsers. */
import { RESERVED, firstReply, unheard } from "./callbacks.js";
import { MessageError } from "./messageerror.js";
import { Session } from "./session.js";
import { addressOf, settingsOf } from "./settings.js";

export { MessageError };

/**
 * @typedef {import("./settings.js").ClientOptions} ClientOptions
 * @typedef {import("./session.js").State} State
 * @typedef {import("./session.js").StateDetail} StateDetail
 */

/**
 * A named client of a message server, which comes back by itself after every break until it is closed. Its states are
 * events: `connecting`, `open`, `reconnecting`, `closed`; and so is an `error` that concerns no message that was sent.
 */
export class WebSocketClient extends EventTarget {
  #source;
  #session;
  /** @type {Map<string, Set<(value: any) => unknown>>} */
  #callbacks = new Map();

  /**
   * Connects, as soon as whoever makes it has said what it listens to.
   *
   * @param {string | URL} url of the message server; in a page it may be relative
   * @param {string} source what this client is called
   * @param {ClientOptions} [options]
   */
  constructor(url, source, options = {}) {
    super();
    const settings = settingsOf(options);
    this.#source = source;
    this.#session = new Session(addressOf(url, source, settings.environment), settings, {
      state: (state, detail) => this.#tell(state, detail),
      takes: (type) => !RESERVED.has(type) && this.#of(type).length > 0,
      handle: (type, payload) => firstReply(this.#of(type), this, payload),
      fault: (error) => (this.#tell("error", error) ? undefined : unheard(error)),
    });
    queueMicrotask(() => this.#session.start());
  }

  get source() {
    return this.#source;
  }

  /** @returns {State} */
  get state() {
    return this.#session.state;
  }

  /**
   * Sends a message; while there is no connection it waits, in order.
   *
   * @param {string} type @param {unknown} [payload] whatever JSON can say
   * @returns {Promise<void>} kept when the server has answered; broken with a `MessageError`
   */
  async send(type, payload) {
    await this.#session.send(type, payload);
  }

  /**
   * Sends a message and waits for its answer.
   *
   * @param {string} type @param {unknown} [payload] @param {number} [timeout] in milliseconds
   * @returns {Promise<any>} of the answer's payload
   */
  request(type, payload, timeout = 10_000) {
    return this.#session.send(type, payload, timeout);
  }

  /**
   * Calls back with the payload of every message of a type; what the callback returns, or its promise, is the reply.
   * With the name of an event it calls back with its detail.
   *
   * @param {string} type @param {(payload: any) => unknown} callback
   */
  on(type, callback) {
    this.#callbacks.set(type, (this.#callbacks.get(type) ?? new Set()).add(callback));
    return this;
  }

  /**
   * Calls back no more.
   *
   * @param {string} type @param {(payload: any) => unknown} [callback] all of this type where it is left out
   */
  off(type, callback) {
    const callbacks = this.#callbacks.get(type);
    if (callback) callbacks?.delete(callback);
    if (!callback || callbacks?.size === 0) this.#callbacks.delete(type);
    return this;
  }

  /** Tries to connect now, or looks whether the connection still lives. Browsers tell when that is worth it. */
  wake() {
    this.#session.wake();
  }

  /** Ends the connection for good; what waits for an answer fails with `closed`. */
  close() {
    this.#session.close();
  }

  /** @param {string} type */
  #of(type) {
    return [...(this.#callbacks.get(type) ?? [])];
  }

  /** Whether anybody has said by `on` that he wants to hear it. @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
    const callbacks = this.#of(name);
    callbacks.forEach((callback) => callback.call(this, detail));
    return callbacks.length > 0;
  }
}
