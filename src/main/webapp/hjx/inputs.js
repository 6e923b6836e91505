// @ts-check
/** Inputs that are tied to a name, in both directions. Loaded where a layout has some. */
import { address, adopting, choose, same, show } from "./dom.js";
import { Order } from "./order.js";

/** Inputs that hold what is being typed while they have the focus; the others change at a stroke. @param {any} node */
const isTyped = (node) => !["checkbox", "radio", "range", "color", "select-one", "select-multiple"].includes(node.type);

/** What an input tells of its use. */
const HEARD = ["input", "change", "blur", "pointerdown", "compositionstart", "compositionend"];

/** How a pointer lets go. */
const RELEASES = ["pointerup", "pointercancel"];

/** A list or a picker that is open over the page, where the browser can tell. */
const OPEN = globalThis.CSS?.supports("selector(:open)") ? ":open" : ":not(*)";

/**
 * An input's value as JSON.
 *
 * @param {any} node @param {string} property
 * @returns {any} a boolean, a number or null, a list of strings, or a string
 */
function read(node, property) {
  if (property === "checked" || node.type === "checkbox") return node.checked;
  if (node.type === "number" || node.type === "range") {
    return Number.isNaN(node.valueAsNumber) ? null : node.valueAsNumber;
  }
  if (node.type === "select-multiple") return Array.from(node.selectedOptions, (option) => option.value);
  return node.value;
}

/** @param {any} node @param {string} property @param {any} value */
export function write(node, property, value) {
  if (property === "checked" || node.type === "checkbox") node.checked = Boolean(value);
  else if (node.type === "radio") node.checked = node.value === show(value);
  else if (node.localName === "select") choose(node, Array.isArray(value) ? value.map(show) : [show(value)]);
  else if (node.value !== show(value) && !same(read(node, property), value)) replaceText(node, show(value));
}

/** Where it is the one that is typed into, as in a window that is not in front, its caret stays. @param {any} node
 * @param {string} text */
function replaceText(node, text) {
  const { selectionStart, selectionEnd, selectionDirection } = node;
  node.value = text;
  if (node === document.activeElement && typeof selectionStart === "number") {
    node.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  }
}

/**
 * The path of a bind among the client's own names, or undefined where it leads to shared ones.
 *
 * @param {import("./components.js").Instance} owner @param {string} [path] @returns {string | undefined}
 */
function localPath(owner, path) {
  if (path === undefined) return undefined;
  const [name] = path.split(".", 1);
  if (!Object.hasOwn(owner.props, name)) return name in owner.component.local ? owner.path + path : undefined;
  const tied = owner.props[name][2];
  return owner.up && tied ? localPath(owner.up.owner, tied + path.slice(name.length)) : undefined;
}

/**
 * What somebody typed into a text, told from its edges; undefined where the text was changed otherwise.
 *
 * @param {string} before @param {string} after @returns {{at: number, text: string} | undefined}
 */
export function inserted(before, after) {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const end = after.length - (before.length - at);
  return end >= at && before.slice(at) === after.slice(end) ? { at, text: after.slice(at, end) } : undefined;
}

/**
 * An action of the visitor while an input has the focus.
 *
 * @typedef {object} Action
 * @property {any} value what the input held
 * @property {boolean} unsent whether the server is to be told that first
 * @property {boolean} gone whether the server has been sent that, and may be sent the action
 * @property {Promise<void>} mayGo settled then
 * @property {() => void} go
 * @property {number} news as they were then
 * @property {boolean} unsure whether the value was on its way then
 */

/**
 * One bound input.
 *
 * At most one of its values is on the way; the latest goes next. What the server says is not shown over something that
 * is being typed, pressed, open or on the way: it is kept, and shown once the input is left.
 *
 * An action, such as Enter, is about what the input held at that moment: that is sent before it, and what is typed on
 * waits for its answer. Only so is it known which part of the text a handler has taken away. While an input method is
 * composing, nothing is taken away: that would end the composition.
 */
class Bound {
  /** @param {import("./blocks.js").Scope} scope @param {any} node @param {number} site @param {string} property
   * @param {string} [path] */
  constructor(scope, node, site, property, path) {
    this.local = localPath(scope.owner, path);
    this.scope = scope;
    const { app } = scope.owner;
    this.app = app;
    /** @type {Order} */ this.order = app.order ??= new Order(app);
    this.node = node;
    this.site = site;
    this.property = property;
    this.path = path;
    /** What the server said last. @type {any} */ this.current = undefined;
    /** What the input held when it was last sent or written. @type {any} */ this.known = undefined;
    this.onTheWay = false;
    /** Whether the server took the value that was sent last. */ this.taken = true;
    /** Counts what the server said that is not what the visitor had sent. */ this.news = 0;
    /** The actions without an answer, in order. @type {Action[]} */ this.actions = [];
    /** Whether a pointer holds it, as when a slider is dragged. */ this.pressed = false;
    this.composing = false;
    /** What waits for the end of a composition. @type {(() => void)[]} */ this.late = [];
    node.$bound = this;
    for (const type of HEARD) node.addEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent({ type }) {
    if (type === "input") this.push();
    else if (type === "change") this.changed();
    else if (type === "blur") this.left();
    else if (type === "pointerdown") this.press();
    else if (type === "compositionstart") this.composing = true;
    else if (type === "compositionend") this.composed();
  }

  value() {
    return read(this.node, this.property);
  }

  press() {
    this.pressed = true;
    const release = () => {
      RELEASES.forEach((type) => window.removeEventListener(type, release, true));
      // A list tells of a choice behind this event
      setTimeout(() => {
        this.pressed = false;
        this.settle();
      });
    };
    RELEASES.forEach((type) => window.addEventListener(type, release, true));
  }

  /** Some menus swallow the event by which a pointer lets go. */
  left() {
    this.pressed = false;
    this.settle();
  }

  composed() {
    this.composing = false;
    this.changed();
    for (const task of this.late.splice(0)) task();
  }

  /** Some ways to fill an input say `change` alone. */
  changed() {
    if (!same(this.value(), this.known)) this.push();
  }

  push() {
    this.order.held.add(this);
    this.advance();
  }

  /** Sends what may be sent, and lets the actions go that are about it. */
  advance() {
    for (const action of this.actions.filter((one) => !one.gone)) {
      if (action.unsent) {
        // Behind an action without an answer, what this one is about may still change
        if (this.onTheWay || action !== this.actions[0]) return;
        this.send(action.value);
        if (same(this.value(), action.value)) this.order.flush(this);
      }
      Object.assign(action, { gone: true, news: this.news, unsure: this.onTheWay });
      action.go();
    }
    if (this.actions.length === 0 && !this.onTheWay && this.order.held.has(this)) {
      this.send(this.value());
      this.order.flush(this);
    }
  }

  /** @param {any} value */
  send(value) {
    if (!this.node.isConnected) return;
    this.onTheWay = true;
    this.known = value;
    const message = { kind: "bind", site: this.site, ...address(this.scope), value, local: this.local };
    const answered = (/** @type {boolean} */ taken) => {
      this.onTheWay = false;
      this.taken = taken;
      this.advance();
      this.group().forEach((one) => one.settle());
    };
    this.app.send(message).then(
      () => answered(true),
      () => answered(false),
    );
  }

  /** Begins an action about what the input holds now. @returns {Action} */
  begin() {
    const value = this.value();
    const last = this.actions.at(-1);
    const unsent = this.order.held.has(this) && !(last && same(last.value, value));
    /** @type {any} */
    const action = { value, unsent, gone: false };
    action.mayGo = new Promise((go) => (action.go = go));
    this.actions.push(action);
    this.advance();
    return action;
  }

  /** Its answer is there, and what the handler made of the name. @param {Action} action */
  end(action) {
    const replaced = this.news !== action.news || (action.unsure && this.taken && !same(this.current, action.value));
    const finish = () => {
      this.actions.splice(this.actions.indexOf(action), 1);
      if (replaced) this.replace(action.value);
      this.advance();
    };
    if (this.composing) this.late.push(finish);
    else finish();
  }

  /** Puts the server's value in the place of what an action was about; what was typed since stays. @param {any} before */
  replace(before) {
    const now = this.value();
    if (same(now, before)) {
      this.order.flush(this);
      this.overwrite();
    } else if (typeof before === "string" && typeof now === "string" && isTyped(this.node)) {
      const typed = inserted(before, now);
      if (typed) this.rebase(before, typed);
    }
  }

  /** @param {string} before @param {{at: number, text: string}} typed */
  rebase(before, typed) {
    const fresh = show(this.current);
    for (const action of this.actions) {
      const earlier = inserted(before, action.value);
      if (earlier) action.value = fresh + earlier.text;
    }
    const { selectionStart, selectionEnd, selectionDirection } = this.node;
    const moved = (/** @type {number} */ caret) =>
      fresh.length + Math.min(Math.max(caret - typed.at, 0), typed.text.length);
    this.node.value = fresh + typed.text;
    this.known = this.current;
    this.order.held.add(this);
    // Some kinds of input have no caret to ask for
    if (typeof selectionStart === "number") {
      this.node.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection);
    }
  }

  /** @param {any} value what the name has now */
  show(value) {
    if (!same(value, this.current) && !same(value, this.known)) this.news++;
    this.current = value;
    this.settle();
  }

  /** Shows the server's value unless something of the visitor's stands against it. */
  settle() {
    const { node } = this;
    if (!this.pressed && !node.matches(OPEN) && !(isTyped(node) && node.matches(":focus"))) this.overwrite();
  }

  overwrite() {
    if (this.unsent() || (this.chosen() && this.group().some((one) => one.unsent()))) return;
    // Adopted, it may hold what the browser has kept of an earlier visit
    if (!adopting || !this.node.$touched) write(this.node, this.property, this.current);
    this.known = this.value();
  }

  /** Whether the server does not have what the visitor made of it. */
  unsent() {
    return this.onTheWay || this.order.held.has(this);
  }

  /** Whether this is the radio button that the server's value asks for, and not the one that is shown. */
  chosen() {
    return this.node.type === "radio" && !this.node.checked && this.node.value === show(this.current);
  }

  /** The bound inputs that share one value on the page: a group of radio buttons, else it alone. @returns {Bound[]} */
  group() {
    const { type, name, form } = this.node;
    if (type !== "radio" || !name) return [this];
    /** @type {Iterable<any>} */ const radios = document.getElementsByName(name);
    return [...radios].filter((one) => one.type === type && one.form === form && one.$bound).map((one) => one.$bound);
  }
}

/**
 * Ties an input to the path of a `bind` in the source.
 *
 * @param {import("./blocks.js").Scope} scope @param {any} node @param {number} site @param {string} property
 * @param {string} [path] the path, where it leads from a name of the component through fields
 */
export const bind = (scope, node, site, property, path) => new Bound(scope, node, site, property, path);
