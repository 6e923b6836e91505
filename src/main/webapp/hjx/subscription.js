// @ts-check
import { BIND, EVENT, LiveError, STALE_ITEM, SUBSCRIBE } from "./protocol.js";

/**
 * @typedef {Record<string, any>} Message
 * @typedef {{epoch: string, version: number}} Since
 *
 * @typedef {object} Options
 * @property {string} component
 * @property {string} [key]
 * @property {Since} [since] what the page already shows
 * @property {string} [module] the module that shows it
 * @property {Message} [state] the instance's names that it shows
 * @property {Message} [local] the client's own names that it shows
 * @property {(state: Message, local: Message, version: number, epoch?: string) => void} onChange told of all names with
 *   their values
 * @property {(module: string) => void} [onModule] the module that shows the instance, told with a snapshot
 * @property {(module: string) => void} [onReload] a module that a snapshot will ask for in a moment
 * @property {(faults: any) => void} [onFaults] what keeps the component's file from compiling, while developing
 * @property {(event: string, data: unknown) => void} [onEvent]
 * @property {(error: import("./protocol.js").LiveError, answered: boolean) => void} [onError] `answered`: also told to
 *   whoever sent
 *
 * @typedef {object} Action what a compiled layout sends
 * @property {"event" | "bind"} kind
 * @property {number} site
 * @property {[number, string][]} at
 * @property {[string, unknown][]} items
 * @property {unknown} [event]
 * @property {unknown} [el]
 * @property {unknown} [value]
 * @property {number} [version] what the layout showed; else what the server said last
 * @property {string} [epoch] whose version that is
 * @property {string} [local] of a bind: the path that it sets, `form.name`, where its name is the client's own
 *
 * @typedef {object} Connection
 * @property {(message: import("./outgoing.js").Numbered, target?: string) => Promise<void>} send
 * @property {(values: [import("./outgoing.js").Numbered, string][]) => void} sendFirst before what waits
 * @property {(sub: number) => void} resend what was sent and not answered is sent again
 * @property {(sub: number) => void} expire what was sent and not answered is unknown to the server
 * @property {(sub: number, renew: (message: import("./outgoing.js").Numbered) => boolean) => void} renew changes what
 *   waits; false gives it up
 * @property {(sub: number) => void} restart asks the server for the whole state
 * @property {(sub: number) => void} close
 */

/** What a page shows of one instance: how far it has come, and what it has told the server. */
export class Subscription {
  /** The number that names it on the wire. */
  sub;
  #options;
  #connection;
  /** @type {Since | undefined} */
  #since;
  #asked = false;
  /** Whether the server has not said yet how it goes on after a break: until then nothing is sent. */
  #resuming = false;
  /** Whether the server has forgotten the client meanwhile. */
  #forgotten = false;
  /** The client's own names, as paths, whose values are to be sent again. @type {Set<string>} */
  #owed = new Set();
  #module;
  /** The instance's names as the server last said; none from a patch that does not fit to the next snapshot.
   * @type {Message | undefined} */
  #state;
  /** The client's own names as the server last said. @type {Message} */
  #local;
  /** The last value of each input that is bound to a name of the client's own. @type {Map<string, Action>} */
  #bound = new Map();

  /**
   * @param {number} sub
   * @param {Options} options
   * @param {Connection} connection
   */
  constructor(sub, options, connection) {
    this.sub = sub;
    this.#options = options;
    this.#connection = connection;
    this.#since = options.since;
    this.#module = options.module;
    this.#state = options.state ?? {};
    this.#local = options.local ?? {};
  }

  /** Tells the server what happened. @param {Action} action @returns {Promise<void>} settled by the answer */
  send(action) {
    const { kind, local, epoch, ...rest } = action;
    if (epoch && epoch !== this.#since?.epoch) {
      // It happened before a break and is told behind it
      if (tellsPosition(rest)) return Promise.reject(new LiveError(STALE_ITEM, "the component has changed meanwhile"));
      delete rest.version;
    }
    if (kind === "event") return this.#connection.send(this.#message(EVENT, rest));
    const target = this.#target(action);
    if (local) this.#bound.set(target, action);
    return this.#connection.send(this.#message(BIND, rest), target);
  }

  /** Another layout is shown now. @param {Map<string, Pick<Action, "site" | "at" | "items">>} sites where it binds
   * the client's own names, by path */
  relocate(sites) {
    const actions = [...this.#bound.values()];
    this.#bound.clear();
    for (const action of actions) {
      const site = sites.get(action.local ?? "");
      if (site) this.#bound.set(this.#target({ ...action, ...site }), { ...action, ...site });
    }
    this.#resendOwed();
  }

  /** Ends it; what was not answered fails. */
  close() {
    this.#connection.close(this.sub);
  }

  /** What a debugger shows. */
  get shown() {
    return { ...this.#options, ...this.#since, state: this.#state, local: this.#local };
  }

  // ---- for the connection

  /** Whether what waits may be sent. */
  get ready() {
    return !this.#resuming;
  }

  /** The message that begins or resumes it. @param {boolean} [forgotten] whether the server knows the client no more */
  request(forgotten = false) {
    const { component, key = "" } = this.#options;
    const request = { type: SUBSCRIBE, sub: this.sub, component, key, since: this.#state && this.#since };
    this.#resuming = this.#asked || this.#since !== undefined;
    this.#asked = true;
    this.#forgotten ||= forgotten;
    // Told again where they are still there
    this.#options.onFaults?.({ text: "", diagnostics: [] });
    return request;
  }

  /** The server has ended it, and is going to be asked again. */
  interrupt() {
    this.#resuming = true;
  }

  /** The server has refused it: so it will what waits. */
  refused() {
    this.#resume();
  }

  /**
   * Goes on after a break. What the server has forgotten with the client or with the instance's history is sent anew:
   * versions of another history mean nothing, nor do call sites of another layout.
   *
   * @param {string} [epoch] of the answer @param {number} [version] @param {string} [module]
   */
  #resume(epoch, version, module) {
    if (!this.#resuming) return;
    const renewed = this.#since !== undefined && epoch !== undefined && epoch !== this.#since.epoch;
    const changed = module !== undefined && this.#module !== undefined && module !== this.#module;
    const lost = renewed || this.#forgotten;
    this.#resuming = this.#forgotten = false;
    if (!lost) return this.#connection.resend(this.sub);
    this.#connection.expire(this.sub);
    this.#owe();
    if (renewed) {
      this.#connection.renew(this.sub, (message) => this.#carryOver(message, changed ? undefined : version));
      this.#since = { epoch, version: version ?? 0 };
    }
    if (!changed) this.#resendOwed();
  }

  /** What the server had itself changed since is not to be restored. */
  #owe() {
    for (const { local = "", value } of this.#bound.values()) {
      if (JSON.stringify(valueAt(this.#local, local)) === JSON.stringify(value)) this.#owed.add(local);
    }
  }

  #resendOwed() {
    const owed = [...this.#bound].filter(([, { local = "" }]) => this.#owed.has(local));
    this.#owed.clear();
    this.#connection.sendFirst(
      owed.map(([target, { kind, version, epoch, local, ...rest }]) => [this.#message(BIND, rest), target]),
    );
  }

  /**
   * Gives a message the version of another history; false where it cannot mean anything there.
   *
   * @param {any} message @param {number} [version] none where the layout is another
   */
  #carryOver(message, version) {
    const carried = version !== undefined && !tellsPosition(message);
    const own = this.#bound.get(this.#target(message))?.local;
    if (carried) message.version = version;
    else if (own && message.type === BIND) this.#owed.add(own);
    else this.error(new LiveError(STALE_ITEM, "the component has changed meanwhile"), true);
    return carried;
  }

  /** @param {Message} message */
  snapshot({ epoch, version, state, local, module }) {
    this.#resume(epoch, version, module);
    this.#since = { epoch, version };
    this.#module = module ?? this.#module;
    this.#state = state;
    this.#local = local ?? {};
    if (module) this.#options.onModule?.(module);
    this.#changed();
  }

  /**
   * @param {Message} message
   * @param {typeof import("./patch.js").patched} [patched] for a message with a patch; none where it could not be loaded
   */
  update({ epoch, version, state, patch, local, events = [] }, patched) {
    if (this.#state) {
      // The answer to a resumption has all own names: what it does not have went meanwhile
      const own = this.#resuming ? { ...local } : { ...this.#local, ...local };
      this.#resume(epoch);
      const news = version !== undefined && (this.#since?.epoch !== epoch || version > this.#version());
      if (news) {
        this.#since = { epoch, version };
        this.#state = patch ? patched?.(this.#state, patch) : { ...this.#state, ...state };
      }
      this.#local = own;
      if (!this.#state) this.#connection.restart(this.sub);
      else if (news || local) this.#changed();
    }
    events.forEach((/** @type {Message} */ event) => this.event(event));
  }

  #changed() {
    this.#options.onChange(/** @type {Message} */ (this.#state), this.#local, this.#version(), this.#since?.epoch);
  }

  /** @param {Message} message */
  event({ event, data }) {
    this.#options.onEvent?.(event, data);
  }

  /** @param {Message} message */
  reload({ module }) {
    this.#options.onReload?.(module);
  }

  /** @param {Message} message */
  faults({ text, diagnostics }) {
    this.#options.onFaults?.({ text, diagnostics });
  }

  /** @param {import("./protocol.js").LiveError} error @param {boolean} answered */
  error(error, answered) {
    this.#options.onError?.(error, answered);
  }

  #version() {
    return this.#since?.version ?? 0;
  }

  /** @param {string} type @param {object} rest @returns {any} */
  #message(type, rest) {
    return { type, sub: this.sub, version: this.#version(), ...rest };
  }

  /** @param {Action} action */
  #target({ site, at, items }) {
    return JSON.stringify([this.sub, site, at, items]);
  }
}

/** @param {any} names @param {string} path */
function valueAt(names, path) {
  return path.split(".").reduce((value, name) => value?.[name], names);
}

/** True where an item is told by its position in a list. @param {Pick<Action, "at" | "items">} action */
const tellsPosition = ({ at, items }) =>
  items.some(([, key]) => typeof key === "number") || at.some(([, key]) => /(^|,)\d+(,|$)/.test(key));
