// @ts-check
import { Backoff } from "./backoff.js";
import { Outgoing } from "./outgoing.js";
import {
  ACK,
  CLOSED,
  CLOSING,
  DIAGNOSTICS,
  ERROR,
  EVENT,
  HELLO,
  LiveError,
  PING,
  POLICY,
  RELOAD,
  REPLACED,
  SNAPSHOT,
  SUBPROTOCOL,
  UNAVAILABLE,
  UNSUBSCRIBE,
  UPDATE,
  WELCOME,
} from "./protocol.js";
import { Subscription } from "./subscription.js";

/**
 * @typedef {"connecting" | "open" | "waiting" | "ended"} State `ended`: no further attempt is made
 * @typedef {{name: State, reason?: string}} Status
 *
 * @typedef {object} Environment what the connection needs of its surroundings, under the names that a browser has
 * @property {new (url: string, protocols: string[]) => WebSocket} WebSocket
 * @property {typeof fetch} fetch
 * @property {(task: () => void, delay: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 * @property {{now: () => number}} performance milliseconds, never going back
 * @property {{random: () => number}} Math
 * @property {EventTarget} [window] where is heard that a connection may be had again
 * @property {{visibilityState?: string}} [document]
 * @property {new (url: string, protocols: string[]) => Socket} [HjxSocket] in place of `WebSocket`, where it is not to be JSON
 *
 * @typedef {object} Codec
 * @property {(frame: any) => any} parse
 * @property {(message: Message) => any} stringify
 *
 * @typedef {WebSocket & {codec?: Codec}} Socket which may say how messages are encoded; else it is as JSON
 *
 * @typedef {Record<string, any>} Message
 */

/** How long a handshake and the welcome behind it may take. */
const CONNECT_TIME = 10_000;
/** How long a connection has to live until it counts as a success. */
const STABLE_TIME = 5_000;
/** Loaded with the first patch. @type {typeof import("./patch.js") | undefined} */
let patches;

/** The longest wait that a server may ask for. */
const RETRY_AFTER_CAP = 300_000;
/** What tells that a connection may be had again: a network, a tab in front, a page out of the browser's cache. */
const WAKING = ["online", "visibilitychange", "pageshow"];

/**
 * The one connection of a page, with all its subscriptions: it comes back by itself after every break, resumes where it
 * was, and sends again what was not answered.
 */
export class LiveConnection {
  #url;
  #environment;
  #onStatus;
  /** By number. Not to be changed from outside. @type {Map<number, Subscription>} */
  subscriptions = new Map();
  /** Of subscriptions that the server has ended for now. @type {Map<number, Backoff>} */
  #unavailable = new Map();
  #lastSub = 0;
  #outgoing = new Outgoing();
  #backoff;
  /** Of now, if there is one. A debugger may stand between it and its `onmessage`. @type {Socket | undefined} */
  socket;
  /** Not to be changed from outside. @type {Status} */
  status = { name: "connecting" };
  /** What names this client to the server, once it is known. @type {{client: string, token: string} | undefined} */
  #identity;
  #welcomed = false;
  #welcomes = 0;
  #asking = false;
  /** What has come since a patch that nothing can be done with yet. @type {Message[] | undefined} */
  #held;
  #retryAfter = 0;
  #heartbeat = 30_000;
  /** When something came last; negative while a sign of life is awaited. */
  #heard = 0;
  /** @type {Record<string, any>} */
  #timers = {};

  /**
   * @param {string} url of the endpoint, with `ws:` or `wss:`
   * @param {{environment?: Environment, onStatus?: (status: Status) => void}} [options]
   */
  constructor(url, { environment = globalThis, onStatus = () => {} } = {}) {
    this.#url = url;
    this.#environment = environment;
    this.#onStatus = onStatus;
    this.#backoff = new Backoff(this.#environment.Math.random);
    this.#listen("addEventListener");
    this.#connect();
  }

  /**
   * Subscribes to an instance.
   *
   * @param {import("./subscription.js").Options} options
   */
  subscribe(options) {
    const subscription = new Subscription(++this.#lastSub, options, {
      send: (message, target) => this.#request(message, target),
      sendFirst: (values) => {
        values.reverse().forEach(([message, target]) => this.#outgoing.addFirst(message, target));
        this.#flush();
      },
      resend: (sub) => this.#outgoing.unanswered(sub).forEach((message) => this.#write(message)),
      expire: (sub) => this.#outgoing.expire(sub),
      renew: (sub, renew) => this.#outgoing.renew(sub, renew),
      restart: (sub) => {
        this.#write({ type: UNSUBSCRIBE, sub });
        this.#write(subscription.request());
      },
      close: (sub) => this.#unsubscribe(sub),
    });
    this.subscriptions.set(subscription.sub, subscription);
    if (this.#welcomed) this.#write(subscription.request());
    return subscription;
  }

  /** Ends the connection for good. */
  close() {
    this.#listen("removeEventListener");
    this.#end();
  }

  /** @param {"addEventListener" | "removeEventListener"} method */
  #listen(method) {
    WAKING.forEach((type) => this.#environment.window?.[method](type, this.#wake));
  }

  /** @param {string} [reason] */
  #end(reason) {
    this.#release();
    this.#stopTimers();
    this.#outgoing.drop();
    this.#set({ name: "ended", reason });
  }

  /** @param {import("./outgoing.js").Numbered} message @param {string} [target] */
  #request(message, target) {
    if (this.status.name === "ended") {
      return Promise.reject(new LiveError(CLOSED, this.status.reason ?? "The connection has ended."));
    }
    const done = this.#outgoing.add(message, target);
    this.#flush();
    return done;
  }

  /** @param {number} sub */
  #unsubscribe(sub) {
    if (this.subscriptions.delete(sub)) {
      this.#unavailable.delete(sub);
      this.#stop("subscribe" + sub);
      this.#outgoing.drop(sub);
      if (this.#welcomed) this.#write({ type: UNSUBSCRIBE, sub });
    }
  }

  // ---- the way up

  #connect() {
    this.#stopTimers();
    this.#set({ name: "connecting" });
    const { WebSocket, HjxSocket = WebSocket } = this.#environment;
    const socket = new HjxSocket(this.#url, [SUBPROTOCOL]);
    let opened = false;
    this.socket = socket;
    socket.onopen = () => {
      opened = true;
      this.#write({ type: HELLO, ...this.#identity });
    };
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = (event) => this.#lost(event.code, opened);
    this.#later("connect", CONNECT_TIME, () => this.#lost(0, opened));
  }

  /** @param {Message} message */
  #welcome({ client, token, heartbeat, limits }) {
    const renewed = this.#identity !== undefined && this.#identity.client !== client;
    this.#identity = { client, token };
    this.#heartbeat = heartbeat || this.#heartbeat;
    this.#outgoing.room = limits?.unacknowledged || 32;
    this.#welcomed = true;
    this.#welcomes++;
    this.#stop("connect");
    this.#later("stable", STABLE_TIME, () => this.#backoff.reset());
    this.#beat();
    this.#resume(renewed);
    this.#set({ name: "open" });
  }

  /** @param {boolean} renewed whether the server has forgotten this client */
  #resume(renewed) {
    for (const subscription of this.subscriptions.values()) this.#write(subscription.request(renewed));
    this.#flush();
  }

  #flush() {
    if (!this.#welcomed) return;
    const ready = (/** @type {number} */ sub) => this.subscriptions.get(sub)?.ready ?? true;
    this.#outgoing.take(ready).forEach((message) => this.#write(message));
  }

  /** @param {Message} message */
  #write(message) {
    this.socket?.send((this.socket.codec ?? JSON).stringify(message));
  }

  // ---- what comes in

  /** @param {string | ArrayBuffer} frame */
  async #receive(frame) {
    this.#heard = this.#environment.performance.now();
    const message = (this.socket?.codec ?? JSON).parse(/** @type {any} */ (frame));
    if (this.#held) return this.#held.push(message);
    if (message.patch && !patches) {
      const held = (this.#held = [message]);
      patches = await import("./patch.js").catch(() => undefined);
      // Lost with its connection, it comes again
      if (this.#held !== held) return;
      this.#held = undefined;
      held.forEach((one) => this.#take(one));
    } else this.#take(message);
  }

  /** @param {Message} message */
  #take(message) {
    const subscription = this.subscriptions.get(message.sub);
    switch (message.type) {
      case WELCOME:
        return this.#welcome(message);
      case CLOSING:
        this.#retryAfter = message.retryAfter ?? 0;
        return;
      case SNAPSHOT:
        this.#unavailable.delete(message.sub);
        subscription?.snapshot(message);
        return this.#flush();
      case UPDATE:
        this.#unavailable.delete(message.sub);
        subscription?.update(message, patches?.patched);
        return this.#acknowledge(message.acks ?? []);
      case ACK:
        return this.#acknowledge([message.id]);
      case ERROR:
        return this.#failed(message, subscription);
      case EVENT:
        return (subscription ? [subscription] : [...this.subscriptions.values()]).forEach((one) => one.event(message));
      case RELOAD:
        return subscription?.reload(message);
      case DIAGNOSTICS:
        return subscription?.faults(message);
    }
  }

  /** @param {number[]} ids */
  #acknowledge(ids) {
    ids.forEach((id) => this.#outgoing.acknowledge(id));
    this.#flush();
  }

  /** @param {Message} message @param {Subscription} [subscription] */
  #failed({ id, code, message, at, fields }, subscription) {
    const error = new LiveError(code, message, at, fields);
    if (subscription && id === undefined && code === UNAVAILABLE) return this.#again(subscription, error);
    if (id === undefined) subscription?.refused();
    else this.#outgoing.fail(id, error);
    subscription?.error(error, id !== undefined);
    this.#flush();
  }

  /**
   * Begins a subscription again that the server has ended, for its instance may come back at once: the page hears of it
   * only when that has failed.
   *
   * @param {Subscription} subscription @param {LiveError} error
   */
  #again(subscription, error) {
    const { sub } = subscription;
    const backoff = this.#unavailable.get(sub) ?? new Backoff(this.#environment.Math.random);
    this.#unavailable.set(sub, backoff);
    subscription.interrupt();
    if (backoff.failures === 1) subscription.error(error, false);
    this.#later("subscribe" + sub, backoff.next(), () => this.#write(subscription.request()));
  }

  /** Asks for a sign of life when there has been none for a period. */
  #beat() {
    const left = () => this.#heard + this.#heartbeat - this.#environment.performance.now();
    this.#later("beat", left(), () => (left() > 0 ? this.#beat() : this.#ask(this.#heartbeat)));
  }

  /**
   * Asks for a sign of life, and gives the connection up without one. Time counts from the question: a tab in the
   * background may have heard nothing for long and yet run its timers late.
   *
   * @param {number} time for the answer
   */
  #ask(time) {
    this.#heard = -1;
    this.#write({ type: PING });
    this.#later("beat", time, () => (this.#heard < 0 ? this.#lost(0, true) : this.#beat()));
  }

  // ---- the way down

  /** @param {number} code @param {boolean} opened whether the handshake had succeeded */
  #lost(code, opened) {
    if (code === REPLACED) return this.#end("This page is open elsewhere.");
    this.#retry(this.#retryAfter);
    this.#retryAfter = 0;
    if (!opened || code === POLICY) this.#askWhy();
  }

  /** Asks for the reason while the attempts go on, since the answer may never come. */
  async #askWhy() {
    if (this.#asking) return;
    this.#asking = true;
    const welcomes = this.#welcomes;
    try {
      const { askWhy } = await import("./refusal.js");
      const { ended, wait, reason } = await askWhy(this.#environment, this.#url, welcomes > 0);
      if (this.#welcomes !== welcomes || this.status.name === "ended") return;
      if (ended) this.#end(ended);
      else if (wait) this.#retry(wait, reason);
    } catch {
      // Nobody answers: trying again is all there is to do.
    } finally {
      this.#asking = false;
    }
  }

  /** @param {number} least how long to wait at least @param {string} [reason] */
  #retry(least, reason) {
    this.#release();
    this.#stopTimers();
    this.#later("retry", this.#backoff.next(Math.min(least, RETRY_AFTER_CAP)), () => this.#connect());
    this.#set({ name: "waiting", reason });
  }

  /** A page that is shown for the first time has just connected. @param {any} event */
  #wake = ({ persisted }) => {
    if (persisted === false || this.#environment.document?.visibilityState === "hidden") return;
    if (this.status.name === "waiting") {
      this.#connect();
    } else if (this.#welcomed) {
      this.#ask(CONNECT_TIME);
    }
  };

  #release() {
    this.#welcomed = false;
    this.#held = undefined;
    const socket = this.socket;
    this.socket = undefined;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }

  // ---- timers and state

  /** @param {string} name @param {number} delay @param {() => void} task */
  #later(name, delay, task) {
    this.#stop(name);
    this.#timers[name] = this.#environment.setTimeout(task, delay);
  }

  /** @param {string} name */
  #stop(name) {
    this.#environment.clearTimeout(this.#timers[name]);
    delete this.#timers[name];
  }

  #stopTimers() {
    Object.keys(this.#timers).forEach((name) => this.#stop(name));
  }

  /** @param {Status} status */
  #set(status) {
    this.status = status;
    this.#onStatus(status);
  }
}
