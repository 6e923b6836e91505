// @ts-check
import { mount } from "./dom.js";
import { Early } from "./early.js";
import { LiveConnection } from "./live.js";
import { Notices } from "./notices.js";
import { ErrorCode } from "./protocol.js";

/**
 * @typedef {import("./subscription.js").Message} Message
 * @typedef {{reset: (state: Message, local: Message, version: number) => void, destroy: () => void}} Mounted
 */

/** What the server does not say, because this side finds it out. @type {string[]} */
const UNTOLD = [ErrorCode.RESUME_EXPIRED, ErrorCode.QUEUE_FULL];
const development = document.documentElement.hasAttribute("data-hjx-dev");
const early = new Early(document);
const notices = new Notices();
/** @type {LiveConnection | undefined} */
let connection;

/** The page's one connection. This module lies three levels below the application's context root. */
function live() {
  const url = new URL("../../../hjx", import.meta.url);
  url.protocol = url.protocol.replace("http", "ws");
  connection ??= new LiveConnection(url, { onStatus: showStatus });
  return connection;
}

/** The state of the connection stands on the root element too, for style sheets and tests. @param {import("./live.js").Status} status */
function showStatus(status) {
  document.documentElement.dataset.hjxConnection = status.name;
  notices.connection(status);
}

/**
 * `<hjx-component name="Counter" key="lobby">`: where a component lives in a page.
 *
 * The server's HTML in it is adopted when the JSON block behind it says which state it shows; without one the component
 * is fetched. Broadcasts arrive as DOM events `hjx:NAME` that bubble, with the data as their `detail`.
 */
class HjxComponent extends HTMLElement {
  /** @type {import("./subscription.js").Subscription | undefined} */
  #subscription;
  /** @type {Mounted | undefined} */
  #mounted;
  /** What the server has said last. @type {{state: Message, local: Message, version: number} | undefined} */
  #latest;
  #module = "";

  connectedCallback() {
    if (!this.#subscription) this.#start(readData(this));
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  /** @param {Message | undefined} data */
  #start(data) {
    this.#subscription = live().subscribe({
      component: this.getAttribute("name") ?? "",
      key: this.getAttribute("key") ?? "",
      since: data && { epoch: data.epoch, version: data.version },
      state: data?.state,
      local: data?.local,
      onChange: (...change) => this.#change(...change),
      onModule: (module) => this.#show(module),
      onEvent: (event, detail) => this.dispatchEvent(new CustomEvent("hjx:" + event, { detail, bubbles: true })),
      onError: (error, answered) => report(error, answered),
    });
    if (data) this.#show(data.module, data);
  }

  #stop() {
    this.#subscription?.close();
    this.#mounted?.destroy();
    this.#subscription = this.#mounted = this.#latest = undefined;
    this.#module = "";
  }

  /** @param {Message} state @param {Message} local @param {number} version */
  #change(state, local, version) {
    this.#latest = { state, local, version };
    this.#mounted?.reset(state, local, version);
  }

  /** @param {string} address @param {Message} [data] what the server's HTML shows, where there is some */
  async #show(address, data) {
    const module = new URL(address, document.baseURI).href;
    if (this.#module) return module === this.#module || reloadPage();
    this.#module = module;
    if (!data) addStyle(module);
    try {
      const { default: component } = await import(module);
      if (this.#subscription) early.handOver(this, () => this.#mount(component, data));
    } catch (error) {
      console.error(error);
      notices.error(`${this.getAttribute("name")} cannot be shown.`);
    }
  }

  /** @param {any} component @param {Message} [data] */
  #mount(component, data) {
    const { state, local, version } = data ?? this.#latest ?? { state: {}, local: {}, version: 0 };
    const send = (/** @type {any} */ action) => this.#send(action);
    this.#mounted = mount(component, this, { state, local, version, adopt: data !== undefined, send });
    if (data && this.#latest) this.#mounted.reset(this.#latest.state, this.#latest.local, this.#latest.version);
  }

  /** @param {import("./subscription.js").Action} action */
  #send(action) {
    const done = this.#subscription?.send(action) ?? Promise.resolve();
    done.catch((error) => UNTOLD.includes(error.code) && report(error, true));
    return done;
  }
}

/** The snapshot in the JSON block behind a component. @param {Element} host @returns {Message | undefined} */
function readData(host) {
  const block = host.nextElementSibling;
  const found = block instanceof HTMLScriptElement && block.type === "application/json";
  return found ? JSON.parse(block.text) : undefined;
}

/** A component's style lies beside its module. @param {string} module */
function addStyle(module) {
  const href = module.replace(/\.js$/, ".css");
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  document.head.append(link);
}

/** @param {import("./protocol.js").LiveError} error @param {boolean} answered */
function report(error, answered) {
  console.error(`${error.code}: ${error.message}`, error.at ?? "");
  if (development) notices.error([`${error.code}: ${error.message}`, error.at].filter(Boolean).join("\n"));
  else if (error.code === "stale-item") notices.error("That has changed in the meantime.");
  else if (answered && !UNTOLD.includes(error.code)) notices.error("That could not be done.");
  else notices.error(error.message);
}

/** Loads the page again, but not over and over where servers disagree on the module. */
function reloadPage() {
  const since = Date.now() - Number(sessionStorage.getItem("hjx-reloaded") ?? 0);
  setTimeout(() => {
    sessionStorage.setItem("hjx-reloaded", String(Date.now()));
    location.reload();
  }, Math.max(0, 2_000 - since));
}

customElements.define("hjx-component", HjxComponent);
