// @ts-check
import { ClientType } from "./protocol.js";

/**
 * @typedef {Record<string, any>} Message
 * @typedef {{epoch: string, version: number}} Since
 *
 * @typedef {object} Options
 * @property {string} component
 * @property {string} [key]
 * @property {Since} [since] what the page already shows
 * @property {Message} [state] the instance's names that it shows
 * @property {Message} [local] the client's own names that it shows
 * @property {(state: Message, local: Message, version: number) => void} onChange told of all names with their values
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
 * @property {string} [local] of a bind: the path that it sets, `form.name`, where its name is the client's own
 *
 * @typedef {object} Connection
 * @property {(message: import("./outgoing.js").Numbered, target?: string) => Promise<void>} send
 * @property {(message: import("./outgoing.js").Numbered, target: string) => void} sendFirst
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
  #broken = false;
  /** The instance's names as the server last said. @type {Message} */
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
    this.#state = options.state ?? {};
    this.#local = options.local ?? {};
  }

  /** Tells the server what happened. @param {Action} action @returns {Promise<void>} settled by the answer */
  send(action) {
    const { kind, local, ...rest } = action;
    if (kind === "event") return this.#connection.send(this.#message(ClientType.EVENT, rest));
    const target = this.#target(action);
    if (local) this.#bound.set(target, action);
    return this.#connection.send(this.#message(ClientType.BIND, rest), target);
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
  }

  /** Ends it; what was not answered fails. */
  close() {
    this.#connection.close(this.sub);
  }

  // ---- for the connection

  /** The message that begins or resumes it. */
  request() {
    const { component, key = "" } = this.#options;
    const request = { type: ClientType.SUBSCRIBE, sub: this.sub, component, key, since: this.#since };
    this.#broken = this.#since !== undefined;
    // Told again where they are still there
    this.#options.onFaults?.({ text: "", diagnostics: [] });
    return request;
  }

  /** Sends the values again that the server has forgotten with the client, but for those it had itself changed since. */
  resendBound() {
    for (const action of [...this.#bound.values()].reverse()) {
      const { kind, version, local = "", ...rest } = action;
      if (JSON.stringify(valueAt(this.#local, local)) === JSON.stringify(action.value)) {
        this.#connection.sendFirst(this.#message(ClientType.BIND, rest), this.#target(action));
      }
    }
    this.#broken = false;
  }

  /** @param {Message} message */
  snapshot({ epoch, version, state, local, module }) {
    if (this.#broken && this.#since?.epoch !== epoch) this.resendBound();
    this.#since = { epoch, version };
    this.#broken = false;
    this.#state = state;
    this.#local = local ?? {};
    if (module) this.#options.onModule?.(module);
    this.#changed();
  }

  /** @param {Message} message */
  update({ epoch, version, state, local, events = [] }) {
    this.#broken = false;
    const news = version !== undefined && (this.#since?.epoch !== epoch || version > this.#version());
    if (news) {
      this.#since = { epoch, version };
      this.#state = { ...this.#state, ...state };
    }
    this.#local = { ...this.#local, ...local };
    if (news || local) this.#changed();
    events.forEach((/** @type {Message} */ event) => this.event(event));
  }

  #changed() {
    this.#options.onChange(this.#state, this.#local, this.#version());
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
