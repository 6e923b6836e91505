// @ts-check
/** Messages at inputs whose values a handler has refused. Loaded with the first of them. */

/**
 * A marked input, and what it was before.
 *
 * @typedef {{node: any, message: Element, invalid: ?string, described: ?string, changed: () => void}} Mark
 */

/** By the component instance that owns the inputs. @type {WeakMap<object, Mark[]>} */
const marks = new WeakMap();
let lastId = 0;

/**
 * Marks the inputs that are bound to these paths of a component, and no others; the first of them gets the focus.
 *
 * @param {import("./components.js").Instance} owner whose layout has asked for the handler
 * @param {Record<string, string>} [fields] messages by path
 */
export function mark(owner, fields = {}) {
  marks.get(owner)?.forEach(unmark);
  marks.delete(owner);
  const marked = inputs(owner)
    .filter((node) => Object.hasOwn(fields, node.$bound.path))
    .map((node) => markOne(owner, node, fields[node.$bound.path]));
  if (marked.length === 0) return;
  marks.set(owner, marked);
  if (!isTyping()) marked[0].node.focus();
}

/** @param {object} owner @returns {any[]} */
function inputs(owner) {
  /** @type {any[]} */ const all = [...document.querySelectorAll("hjx-component :is(input, select, textarea)")];
  return all.filter((node) => node.$bound?.path !== undefined && node.$bound.scope.owner === owner);
}

/** @param {object} owner @param {any} node @param {string} text @returns {Mark} */
function markOne(owner, node, text) {
  const message = document.createElement("span");
  message.className = "hjx-invalid";
  message.id = "hjx-invalid-" + ++lastId;
  message.textContent = text;
  // It describes the input, and is no part of its name
  if (node.closest("label")) message.setAttribute("aria-hidden", "true");
  const [invalid, described] = ["aria-invalid", "aria-describedby"].map((name) => node.getAttribute(name));
  node.after(message);
  node.setAttribute("aria-invalid", "true");
  node.setAttribute("aria-describedby", [described, message.id].filter(Boolean).join(" "));
  /** @type {Mark} */
  const made = { node, message, invalid, described, changed };
  node.addEventListener("input", changed);
  return made;

  function changed() {
    unmark(made);
    marks.set(owner, (marks.get(owner) ?? []).filter((one) => one !== made));
  }
}

/** @param {Mark} mark */
function unmark({ node, message, invalid, described, changed }) {
  node.removeEventListener("input", changed);
  message.remove();
  restore(node, "aria-invalid", invalid);
  restore(node, "aria-describedby", described);
}

/** @param {Element} node @param {string} name @param {?string} value */
function restore(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
}

/** Whether the visitor has gone on in an input meanwhile. */
function isTyping() {
  return /** @type {any} */ (document.activeElement)?.$bound?.unsent() ?? false;
}
