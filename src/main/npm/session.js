// @ts-check
import { Asked } from "./asked.js";
import { MessageError } from "./messageerror.js";
import { Unanswered } from "./unanswered.js";

/**
 * @typedef {"connecting" | "open" | "reconnecting" | "closed"} State
 * @typedef {{reason?: string, delay?: number}} StateDetail why it is so, and in how many milliseconds the next attempt is made
 *
 * @typedef {object} Application what a session tells
 * @property {(state: State, detail: StateDetail) => void} state
 * @property {(type: string) => boolean} takes whether there is a handler
 * @property {(type: string, payload: unknown) => unknown} handle
 * @property {(error: unknown) => void} fault what concerns no message that was sent
 */

const SUBPROTOCOL = "hjx.messages";
const TOKEN_PREFIX = "hjx.token.";
const TOKEN = /^[\w-]{1,128}$/;

/** The bound of the first wait; it doubles with every failure. */
const FIRST_DELAY = 250;
/** How long a connection has to live until it counts as a success. */
const STABLE_TIME = 5_000;
/** What nobody takes: its refusal is a sign of life. */
const PROBE = '{"type":"hjx.ping","id":"hjx.ping"}';
/** What tells that a connection may be had again: a network, a tab in front, a page out of the browser's cache. */
const WAKING = ["online", "visibilitychange", "pageshow"];

const NORMAL = 1000;
const ABNORMAL = 1006;
const TOO_LARGE = 1009;
const REPLACED = 4001;

/** One client of a message server over all its connections: it comes back by itself and goes on where it was. */
export class Session {
  #address;
  #settings;
  #environment;
  #app;
  #unanswered;
  #asked;
  /** Not to be changed from outside. @type {State} */
  state = "connecting";
  /** Of now, if there is one. @type {any} */
  #socket;
  /** With what this client shows that it is the same one. @type {string | undefined} */
  #token;
  #welcomed = false;
  /** In a row. */
  #failures = 0;
  /** Of the next attempt, the greeting, the success and the silence. @type {Record<string, any>} */
  #timers = {};

  /**
   * @param {string} address @param {import("./settings.js").Settings} settings @param {Application} app
   */
  constructor(address, settings, app) {
    this.#address = address;
    this.#settings = settings;
    this.#environment = settings.environment;
    // What a listener throws is not for the connection to catch
    this.#app = {
      ...app,
      state: (/** @type {State} */ state, /** @type {StateDetail} */ detail) =>
        queueMicrotask(() => app.state(state, detail)),
      fault: (/** @type {unknown} */ error) => queueMicrotask(() => app.fault(error)),
    };
    const write = (/** @type {string} */ frame) => this.#write(frame);
    this.#unanswered = new Unanswered(settings, write);
    this.#asked = new Asked(settings.maxFrame, this.#app, write);
  }

  /** Begins to connect, unless it has been closed before. */
  start() {
    if (this.state === "closed") return;
    this.#listen("addEventListener");
    this.#app.state("connecting", {});
    this.#connect();
  }

  /**
   * @param {string} type @param {unknown} payload @param {number} [timeout] of a request; a message expires
   * @returns {Promise<any>}
   */
  async send(type, payload, timeout) {
    if (this.state === "closed") throw new MessageError("closed", "The client is closed.");
    const { expiry } = this.#settings;
    return this.#unanswered.add(type, payload, timeout ?? expiry, timeout === undefined ? "expired" : "timeout");
  }

  /** Ends it for good. */
  close() {
    this.#end("closed", "The client was closed.");
  }

  /** Makes the next attempt now, or looks whether the connection still lives. */
  wake() {
    if (this.#timers.retry !== undefined) {
      this.#connect();
    } else if (this.#welcomed) {
      this.#probe();
    }
  }

  // ---- the connection

  #connect() {
    this.#clear("retry");
    const protocols = this.#token ? [SUBPROTOCOL, TOKEN_PREFIX + this.#token] : [SUBPROTOCOL];
    let socket;
    try {
      socket = new this.#settings.WebSocket(this.#address, protocols);
    } catch (failure) {
      // What a page may not open, for instance: a server may come to allow it
      this.#lost(ABNORMAL, String(failure));
      return;
    }
    this.#socket = socket;
    socket.onmessage = (/** @type {MessageEvent} */ { data }) => this.#received(data);
    socket.onclose = (/** @type {CloseEvent} */ { code, reason }) => this.#lost(code, reason || `closed with ${code}`);
    // Not every implementation says `close` where there was no connection
    socket.onerror = () => this.#lost(ABNORMAL, "the connection failed");
    this.#set("connect", this.#settings.connectTimeout, () => this.#lost(ABNORMAL, "no greeting in time"));
  }

  /** @param {number} code @param {string} reason */
  #lost(code, reason) {
    this.#discard();
    if (code === REPLACED) {
      this.#end("replaced", "Another connection of the same source has taken the place of this one.");
      return;
    }
    if (code === TOO_LARGE) this.#unanswered.refuseLongest();
    this.#unanswered.interrupted();
    const bound = Math.min(this.#settings.maxDelay, FIRST_DELAY * 2 ** this.#failures);
    const delay = this.#environment.Math.random() * bound;
    this.#failures++;
    this.#set("retry", delay, () => this.#connect());
    this.#become("reconnecting", { reason, delay });
  }

  /** @param {{token?: unknown}} [payload] */
  #welcome(payload) {
    const token = payload?.token;
    this.#clear("connect");
    this.#welcomed = true;
    this.#set("stable", STABLE_TIME, () => {
      this.#clear("stable");
      this.#failures = 0;
    });
    if (token !== this.#token || token === undefined) {
      this.#unanswered.forgotten();
      this.#asked.forget();
    }
    this.#token = typeof token === "string" && TOKEN.test(token) ? token : undefined;
    this.#become("open", {});
    this.#unanswered.flush();
  }

  #discard() {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#welcomed = false;
    ["retry", "connect", "stable", "silence"].forEach((timer) => this.#clear(timer));
    if (socket) {
      // What it still says is of no concern; some implementations want to say it to somebody
      socket.onmessage = socket.onclose = socket.onerror = () => {};
      socket.close(NORMAL);
    }
  }

  /** @param {string} code @param {string} reason */
  #end(code, reason) {
    if (this.state === "closed") return;
    this.#discard();
    this.#listen("removeEventListener");
    this.#become("closed", { reason });
    this.#unanswered.end(code, reason);
  }

  // ---- frames

  /** @param {any} data */
  #received(data) {
    this.#set("silence", this.#settings.silence, () => this.#probe());
    const message = parse(data);
    if (!this.#welcomed) {
      if (message?.type === "welcome") this.#welcome(message.payload);
    } else if (message?.type === "error") {
      this.#failed(message);
    } else if (message?.replyTo !== undefined) {
      this.#unanswered.answered(message.replyTo, message.payload);
    } else if (typeof message?.type === "string") {
      this.#asked.take(message);
    }
  }

  /** An error is never answered with one. @param {any} message */
  #failed({ replyTo, code, message }) {
    if ((replyTo ?? undefined) === undefined) {
      this.#app.fault(new MessageError(String(code), String(message)));
    } else {
      this.#unanswered.refused(replyTo, String(code), String(message));
    }
  }

  /** @param {string} frame */
  #write(frame) {
    if (this.#welcomed) this.#socket.send(frame);
    return this.#welcomed;
  }

  #probe() {
    this.#write(PROBE);
    this.#set("silence", this.#settings.connectTimeout, () => this.#lost(ABNORMAL, "the server is silent"));
  }

  // ---- surroundings

  /** @param {State} state @param {StateDetail} detail */
  #become(state, detail) {
    this.state = state;
    this.#app.state(state, detail);
  }

  #onWaking = () => {
    if (this.#environment.document?.visibilityState !== "hidden") this.wake();
  };

  /** @param {"addEventListener" | "removeEventListener"} method */
  #listen(method) {
    const { window, document } = this.#environment;
    for (const target of [window, document]) {
      WAKING.forEach((event) => target?.[method]?.(event, this.#onWaking));
    }
  }

  /** @param {string} name @param {number} delay @param {() => void} task */
  #set(name, delay, task) {
    this.#clear(name);
    this.#timers[name] = this.#environment.setTimeout(task, delay);
  }

  /** @param {string} name */
  #clear(name) {
    if (this.#timers[name] !== undefined) this.#environment.clearTimeout(this.#timers[name]);
    this.#timers[name] = undefined;
  }
}

/** What a frame says; undefined where it is no object. @param {any} data @returns {any} */
function parse(data) {
  try {
    const message = JSON.parse(data);
    return message !== null && typeof message === "object" ? message : undefined;
  } catch {
    return undefined;
  }
}
