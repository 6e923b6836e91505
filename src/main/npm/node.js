// @ts-check
/** The client of the message server for Node. */
import { EventEmitter } from "node:events";
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
 * A named client of a message server, which comes back by itself after every break until it is closed. It emits the
 * messages of the server by their types, its states (`connecting`, `open`, `reconnecting`, `closed`) and each `error`
 * that concerns no message that was sent. What a listener of a message returns, or its promise, is the reply.
 */
export class WebSocketClient extends EventEmitter {
  #source;
  #session;

  /**
   * Connects, as soon as whoever makes it has said what it listens to.
   *
   * @param {string | URL} url of the message server
   * @param {string} source what this client is called
   * @param {ClientOptions} [options] before Node 22 with a `WebSocket`
   */
  constructor(url, source, options = {}) {
    super();
    const settings = settingsOf(options);
    this.#source = source;
    this.#session = new Session(addressOf(url, source, settings.environment), settings, {
      state: (state, detail) => this.emit(state, detail),
      takes: (type) => !RESERVED.has(type) && this.listenerCount(type) > 0,
      handle: (type, payload) => firstReply(this.rawListeners(type), this, payload),
      fault: (error) => (this.listenerCount("error") > 0 ? this.emit("error", error) : unheard(error)),
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
   * Calls back no more.
   *
   * @param {string | symbol} type @param {(...values: any[]) => void} [callback] all of this type where it is left out
   */
  off(type, callback) {
    return callback ? super.off(type, callback) : this.removeAllListeners(type);
  }

  /** Tries to connect now, or looks whether the connection still lives. */
  wake() {
    this.#session.wake();
  }

  /** Ends the connection for good; what waits for an answer fails with `closed`. */
  close() {
    this.#session.close();
  }
}
