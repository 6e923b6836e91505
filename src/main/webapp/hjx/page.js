// @ts-check
import { mount } from "./dom.js";
import { early } from "./early.js";
import { LiveConnection } from "./live.js";
import { Notices } from "./notices.js";
import { QUEUE_FULL, REFUSED, RESUME_EXPIRED, STALE_ITEM, UNAVAILABLE } from "./protocol.js";
import { addStyle } from "./styles.js";

/**
 * @typedef {import("./subscription.js").Message} Message
 * @typedef {{reset: (state: Message, local: Message, version: number, epoch?: string) => void, destroy: () => void}} Mounted
 */

/** What the server does not say, because this side finds it out. @type {string[]} */
const UNTOLD = [RESUME_EXPIRED, QUEUE_FULL];
const TAG = "hjx-component";

// Before anything listens: a browser lets one element have a name, so the first script on a page stays in force.
if (customElements.get(TAG)) throw new Error("A page shows the components of one application: another was first.");

const development = document.documentElement.hasAttribute("data-hjx-dev");
const notices = new Notices();
/** @type {LiveConnection | undefined} */
let connection;
/** @type {Promise<typeof import("./overlay.js")> | undefined} */
let overlay;

addStyle(absolute("element.css"));

/** The page's one connection. This module lies three levels below the application's context root. */
function live() {
  return (connection ??= new LiveConnection(absolute("../../../hjx").replace("http", "ws"), { onStatus: showStatus }));
}

/** The state of the connection stands on the root element too, for style sheets and tests. @param {import("./live.js").Status} status */
function showStatus(status) {
  document.documentElement.dataset.hjxConnection = status.name;
  notices.connection(status);
}

/**
 * `<hjx-component name="Counter" key="lobby">`: where a component lives in a page.
 *
 * The server's HTML in it is adopted when a JSON block behind that, in it too, says which state it shows; anything else
 * in it is shown until the component has been fetched. Other attributes make it another component's place. Broadcasts
 * arrive as DOM events `hjx:NAME` that bubble, with the data as their `detail`.
 */
class HjxComponent extends HTMLElement {
  static observedAttributes = ["name", "key"];

  /** Which instance it shows, as its attributes said. */
  #target = "";
  /** Whether what is in it may still be the server's. */
  #fresh = true;
  /** @type {import("./subscription.js").Subscription | undefined} */
  #subscription;
  /** @type {Mounted | undefined} */
  #mounted;
  /** What the server has said last. @type {{state: Message, local: Message, version: number, epoch?: string} | undefined} */
  #latest;
  /** The module that shows the component. */
  #module = "";
  /** The module that is to show it. */
  #wanted = "";
  /** Modules are shown one after the other. */
  #turn = Promise.resolve();

  /** The address of the module that shows the component; empty as long as none does. */
  get module() {
    return this.#module;
  }

  connectedCallback() {
    this.#follow();
  }

  /** A moved element is disconnected and connected in one step, and goes on as it is. */
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  /** Both attributes may change in one step. */
  attributeChangedCallback() {
    queueMicrotask(() => this.isConnected && this.#follow());
  }

  #follow() {
    const [component, key] = [this.getAttribute("name") ?? "", this.getAttribute("key") ?? ""];
    const target = JSON.stringify([component, key]);
    if (target === this.#target) return;
    this.#stop();
    this.#target = target;
    const data = this.#fresh ? readData(this) : undefined;
    this.#fresh = false;
    if (component) this.#start(component, key, data);
    else showMessage(this, "This place needs a name: <hjx-component name=\"…\">.");
  }

  /** @param {string} component @param {string} key @param {Message | undefined} data */
  #start(component, key, data) {
    this.#subscription = live().subscribe({
      ...data,
      component,
      key,
      since: data && { epoch: data.epoch, version: data.version },
      onChange: (state, local, version, epoch) => {
        this.#latest = { state, local, version, epoch };
        this.#refresh();
      },
      onModule: (module) => this.#show(module),
      onReload: (module) => import(absolute(module)).catch(() => {}),
      onFaults: (faults) => showFaults(this.getAttribute("name") ?? "", faults),
      onEvent: (event, detail) => this.dispatchEvent(new CustomEvent("hjx:" + event, { detail, bubbles: true })),
      onError: (error, answered) => {
        if (answered || error.code === UNAVAILABLE) report(error, answered);
        else this.#refused(error);
      },
    });
    if (data) this.#show(data.module, data);
  }

  #stop() {
    this.#subscription?.close();
    this.#mounted?.destroy();
    this.#subscription = this.#mounted = this.#latest = undefined;
    this.#module = this.#wanted = this.#target = "";
  }

  /** The server shows nothing more of it for now: neither may this side. @param {import("./protocol.js").LiveError} error */
  #refused(error) {
    this.#mounted = this.#latest = undefined;
    this.#module = this.#wanted = "";
    console.error(`${error.code}: ${error.message}`);
    showMessage(this, `${this.getAttribute("name")} cannot be shown: ${error.message}.`);
  }

  /** What a new module is to show is nothing for the old one. */
  #refresh() {
    if (this.#module !== this.#wanted || !this.#latest) return;
    const { state, local, version, epoch } = this.#latest;
    this.#mounted?.reset(state, local, version, epoch);
  }

  /** @param {string} address @param {Message} [data] what the server's HTML shows, where there is some */
  #show(address, data) {
    const module = (this.#wanted = absolute(address));
    const subscription = this.#subscription;
    this.#turn = this.#turn.then(() => {
      if (this.#subscription !== subscription) return;
      return this.#mounted ? this.#swap(module) : this.#begin(module, data);
    });
  }

  /** @param {string} module @param {Message} [data] */
  async #begin(module, data) {
    const subscription = this.#subscription;
    try {
      // A component's style lies beside its module; where the server wrote the HTML, it linked the style too
      const style = data ? undefined : addStyle(module.replace(/\.js$/, ".css"));
      const [{ default: component }] = await Promise.all([import(module), style]);
      if (this.#subscription !== subscription || !this.#wanted) return;
      early.handOver(this, () => this.#mount(module, component, data));
    } catch (error) {
      console.error(error);
      if (this.#subscription === subscription) showMessage(this, `${this.getAttribute("name")} cannot be shown.`);
    }
  }

  /** Goes over to another version in place; where that fails, with a page load. @param {string} module */
  async #swap(module) {
    if (module === this.#module || module !== this.#wanted) return;
    try {
      const { swap } = await import("./reload.js");
      const wanted = () => module === this.#wanted;
      const sites = await swap(this, this.#module, module, wanted, (component) => this.#renew(module, component));
      if (sites) this.#subscription?.relocate(sites);
    } catch (error) {
      console.warn(error);
      reloadPage();
    }
  }

  /** @param {string} module @param {any} [component] none where the style alone is another */
  #renew(module, component) {
    if (component) this.#mount(module, component);
    this.#module = module;
    this.#refresh();
  }

  /** @param {string} module @param {any} component @param {Message} [data] */
  #mount(module, component, data) {
    const { state = {}, local = {}, version = 0, epoch } = data ?? this.#latest ?? {};
    const send = (/** @type {any} */ action) => this.#send(action);
    this.#mounted = mount(component, this, { state, local, version, epoch, adopt: data !== undefined, send });
    this.#module = module;
    if (data) this.#refresh();
  }

  /** @param {import("./subscription.js").Action} action */
  #send(action) {
    const done = this.#subscription?.send(action) ?? Promise.resolve();
    done.catch((error) => UNTOLD.includes(error.code) && report(error, true));
    return done;
  }
}

/** The snapshot in the JSON block at a component's end. @param {Element} host @returns {Message | undefined} */
function readData(host) {
  const block = host.lastElementChild;
  const found = block instanceof HTMLScriptElement && block.type === "application/json";
  return found ? JSON.parse(block.text) : undefined;
}

/** @param {string} address as the server writes it */
function absolute(address) {
  return new URL(address, import.meta.url).href;
}

/** @param {string} component @param {import("./overlay.js").Faults} faults */
async function showFaults(component, faults) {
  if (faults.diagnostics.length > 0) overlay ??= import("./overlay.js");
  (await overlay)?.show(component, faults);
}

/**
 * Says in a component's place why it is not there; where the server has said the same, nobody is told twice.
 *
 * @param {Element} host @param {string} text
 */
function showMessage(host, text) {
  if (host.firstElementChild?.textContent === text) return;
  const message = document.createElement("p");
  message.className = "hjx-message";
  message.setAttribute("role", "alert");
  message.textContent = text;
  host.replaceChildren(message);
}

/** @param {import("./protocol.js").LiveError} error @param {boolean} answered */
function report(error, answered) {
  const { code, message, at = "", fields } = error;
  // A refusal is no fault of the page; what is one of the application, the log of the server has
  console.warn(code, message, at);
  if (development) notices.error(`${code}: ${message}\n${at}`.trim());
  else if (code === STALE_ITEM) notices.error("That has changed in the meantime.");
  else if (answered && !fields && code !== REFUSED && !UNTOLD.includes(code)) notices.error("That could not be done.");
  else notices.error(message);
}

/** Loads the page again, but not over and over where servers disagree on the module. */
function reloadPage() {
  const since = Date.now() - (sessionStorage.hjxReloaded ?? 0);
  setTimeout(() => {
    sessionStorage.hjxReloaded = Date.now();
    location.reload();
  }, Math.max(0, 2_000 - since));
}

customElements.define(TAG, HjxComponent);

/** What `debug.js` does, which is loaded when it is asked for. @param {"open" | "latency" | "resume"} name */
const debug = (name) => async (/** @type {any[]} */ ...options) =>
  /** @type {any} */ (await import("./debug.js"))[name](live(), ...options);

// For the console
/** @type {any} */ (globalThis).hjx = { debug: { open: debug("open"), latency: debug("latency") } };
try {
  if (sessionStorage.hjxLatency) debug("resume")();
} catch {
  // Storage is blocked
}
