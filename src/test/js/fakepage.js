// @ts-check
import { FakeServer, settle } from "./fakes.js";

class FakeElement extends EventTarget {
  /** @type {FakeElement | null} */
  parent = null;
  /** @type {FakeElement[]} */
  children = [];
  dataset = {};
  textContent = "";
  #attributes = new Map();

  get isConnected() {
    return this.parent !== null && (this.parent.root || this.parent.isConnected);
  }

  get root() {
    return false;
  }

  get firstElementChild() {
    return this.children[0] ?? null;
  }

  get lastElementChild() {
    return this.children.at(-1) ?? null;
  }

  /** Of places alone: nothing else is asked for. */
  closest() {
    return "attributeChangedCallback" in this ? this : (this.parent?.closest() ?? null);
  }

  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name) {
    return this.#attributes.has(name);
  }

  setAttribute(name, value) {
    const before = this.getAttribute(name);
    this.#attributes.set(name, value);
    const { observedAttributes = [] } = /** @type {any} */ (this.constructor);
    if (observedAttributes.includes(name)) /** @type {any} */ (this).attributeChangedCallback(name, before, value);
  }

  append(...nodes) {
    for (const node of nodes) {
      node.remove();
      node.parent = this;
      this.children.push(node);
      if (node.isConnected) node.connectedCallback?.();
    }
  }

  replaceChildren(...nodes) {
    [...this.children].forEach((child) => child.remove());
    this.append(...nodes);
  }

  remove() {
    const { parent, isConnected } = this;
    if (!parent) return;
    parent.children = parent.children.filter((child) => child !== this);
    this.parent = null;
    if (isConnected) /** @type {any} */ (this).disconnectedCallback?.();
  }
}

class FakeRoot extends FakeElement {
  get root() {
    return true;
  }
}

class FakeScript extends FakeElement {
  type = "";
  text = "";
}

/** Style sheets are there one step after their link. */
class FakeHead extends FakeRoot {
  append(...nodes) {
    super.append(...nodes);
    nodes.forEach((node) => queueMicrotask(() => node.onload?.()));
  }
}

/** As much of a browser's page as custom elements and their connection touch; it takes the place of the globals. */
export class FakePage {
  server = new FakeServer();
  body = new FakeRoot();

  constructor() {
    const defined = new Map();
    const { clock, document } = this.server;
    const more = { documentElement: new FakeElement(), body: this.body, head: new FakeHead(), styleSheets: [] };
    const replaced = {
      HTMLElement: FakeElement,
      Element: FakeElement,
      HTMLScriptElement: FakeScript,
      customElements: { get: (name) => defined.get(name), define: (name, type) => defined.set(name, type) },
      document: Object.assign(document, more, { createElement: () => new FakeElement() }),
      WebSocket: this.server.environment().WebSocket,
      setTimeout: clock.setTimeout,
      clearTimeout: clock.clearTimeout,
      layoutOf: (name) => this.#component(name),
    };
    Object.assign(globalThis, replaced);
    // What is shown to the visitor is looked at; the console hears of it too
    console.error = () => {};
  }

  /** Runs the module that defines the element, and opens its connection. @param {() => Promise<unknown>} module */
  async load(module) {
    await module();
    const element = customElements.get("hjx-component");
    this.body.append(this.create(element, { name: "First" }));
    this.server.welcome();
    return element;
  }

  /** Takes everything off the page, and forgets what was sent. */
  async clear() {
    this.body.replaceChildren();
    await settle();
    this.server.socket.sent.length = 0;
  }

  /** @param {any} type @param {Record<string, string>} attributes */
  create(type, attributes) {
    const made = new type();
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  }

  /** @param {string} content */
  paragraph(content) {
    return Object.assign(new FakeElement(), { textContent: content });
  }

  /** What becomes of a form that is submitted in an element: whether the page itself sends it. @param {FakeElement} form */
  submit(form) {
    const event = new Event("submit", { cancelable: true });
    Object.defineProperties(event, { target: { value: form }, submitter: { value: form } });
    return document.dispatchEvent(event);
  }

  /** @param {unknown} data */
  dataBlock(data) {
    return Object.assign(new FakeScript(), { type: "application/json", text: JSON.stringify(data) });
  }

  /** The address of a component's module; the component shows nothing but this word. @param {string} word */
  module(word) {
    return `data:text/javascript,export default layoutOf("${word}")`;
  }

  /** Waits until a module has been loaded, or has failed, and those who asked have heard of it. @param {string} module */
  async loaded(module) {
    await import(module).catch(() => {});
    await settle();
  }

  /** @param {string} word */
  #component(word) {
    const layout = {
      create: () => this.paragraph(word),
      adopt: (_view, _scope, node) => Object.assign(node, { textContent: word }),
    };
    return { name: word, state: {}, local: {}, initial: {}, layout };
  }
}
