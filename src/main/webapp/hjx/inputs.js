// @ts-check
/** Inputs that are tied to a name, in both directions. */
import { choose } from "./bindings.js";
import { address } from "./components.js";
import { adopting } from "./template.js";
import { same, show } from "./values.js";

/** Inputs that hold what is being typed while they have the focus; the others change at a stroke. @param {any} node */
const isTyped = (node) => !["checkbox", "radio", "range", "color", "select-one", "select-multiple"].includes(node.type);

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
function write(node, property, value) {
  if (property === "checked" || node.type === "checkbox") node.checked = Boolean(value);
  else if (node.type === "radio") node.checked = node.value === show(value);
  else if (node.localName === "select") choose(node, Array.isArray(value) ? value.map(show) : [show(value)]);
  else if (node.value !== show(value) && !same(read(node, property), value)) node.value = show(value);
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
  return owner.up && tied && localPath(owner.up.owner, tied + path.slice(name.length));
}

/**
 * One bound input.
 *
 * At most one of its values is on the way; the latest goes next. What the server says is not shown over something that
 * is being typed or on the way: it is kept, and shown once the input is left.
 */
class Bound {
  /** @param {import("./blocks.js").Scope} scope @param {any} node @param {number} site @param {string} property
   * @param {string} [path] */
  constructor(scope, node, site, property, path) {
    this.local = localPath(scope.owner, path);
    this.scope = scope;
    this.app = scope.owner.app;
    this.node = node;
    this.site = site;
    this.property = property;
    /** What the server said last. @type {any} */ this.current = undefined;
    /** What the input held when it was last sent or written. @type {any} */ this.known = undefined;
    this.onTheWay = false;
    /** Counts what the visitor did. */ this.strokes = 0;
    /** Counts what the server said that is not what the visitor had sent. */ this.news = 0;
    node.$bound = this;
    node.addEventListener("input", () => this.push());
    node.addEventListener("change", () => this.changed());
    node.addEventListener("blur", () => this.settle());
  }

  value() {
    return read(this.node, this.property);
  }

  /** Some ways to fill an input say `change` alone. */
  changed() {
    if (!same(this.value(), this.known)) this.push();
  }

  push() {
    this.strokes++;
    this.app.held.add(this);
    if (!this.onTheWay) this.send();
  }

  send() {
    this.app.held.delete(this);
    if (this.node.isConnected) {
      this.onTheWay = true;
      this.known = this.value();
      const message = { kind: "bind", site: this.site, ...address(this.scope), value: this.known, local: this.local };
      const done = () => this.answered();
      this.app.send(message).then(done, done);
    }
    this.app.flush();
  }

  answered() {
    this.onTheWay = false;
    if (this.app.held.has(this)) this.send();
    else this.settle();
  }

  /** @param {any} value what the name has now */
  show(value) {
    if (!same(value, this.current) && !same(value, this.known)) this.news++;
    this.current = value;
    this.settle();
  }

  /** Shows the server's value unless something of the visitor's stands against it. */
  settle() {
    if (!(isTyped(this.node) && this.node.matches(":focus"))) this.overwrite();
  }

  overwrite() {
    if (this.onTheWay || this.app.held.has(this)) return;
    if (!adopting) write(this.node, this.property, this.current);
    this.known = this.value();
  }
}

/**
 * Ties an input to the path of a `bind` in the source.
 *
 * @param {import("./blocks.js").Scope} scope @param {any} node @param {number} site @param {string} property
 * @param {string} [path] the path, where it leads from a name of the component through fields
 */
export const bind = (scope, node, site, property, path) => new Bound(scope, node, site, property, path);

/** The bound input that has the focus. @returns {?Bound} */
export const focusedBound = () => /** @type {any} */ (document.activeElement)?.$bound ?? null;
