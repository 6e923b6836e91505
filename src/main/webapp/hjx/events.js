// @ts-check
/** Telling the server what a visitor does. */
import { BUSY } from "./bindings.js";
import { address } from "./components.js";

/**
 * What stands behind an event's name in the source.
 *
 * @typedef {object} Modifiers
 * @property {boolean} [prevent]
 * @property {boolean} [stop]
 * @property {boolean} [once]
 * @property {boolean} [self]
 * @property {boolean} [enter]
 * @property {boolean} [escape]
 * @property {(fire: (detail: any) => void) => (detail: any) => void} [pace] how often what happens is told
 */

/**
 * Sends an event of an element: which call site it is and in which items, never a value of the state.
 *
 * @param {import("./blocks.js").Scope} scope @param {any} node @param {string} type @param {number} site
 * @param {Modifiers} [modifiers]
 */
export function on(scope, node, type, site, modifiers = {}) {
  const tell = (/** @type {any} */ detail) => {
    if (node.isConnected) send(scope, node, { kind: "event", site, ...detail });
  };
  const fire = modifiers.pace?.(tell) ?? tell;
  const listener = (/** @type {any} */ event) => {
    if (!accepts(modifiers, event, node)) return;
    if (modifiers.prevent || type === "submit") event.preventDefault();
    if (modifiers.stop) event.stopPropagation();
    if (modifiers.once) node.removeEventListener(type, listener);
    // Where it happened counts, not where the element stands when that is told
    fire({ ...address(scope), ...describe(event, node) });
  };
  node.addEventListener(type, listener);
}

/** @param {Modifiers} modifiers @param {any} event @param {Element} node */
function accepts(modifiers, event, node) {
  if (modifiers.self && event.target !== node) return false;
  if (!modifiers.enter && !modifiers.escape) return true;
  const wanted = (modifiers.enter && event.key === "Enter") || (modifiers.escape && event.key === "Escape");
  return wanted && !event.isComposing;
}

/** What a handler may read as `event` and `el`. @param {any} event @param {any} node */
function describe(event, node) {
  const { type, key, code, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  const value = typeof target?.value === "string" ? target.value : undefined;
  const checked = typeof target?.checked === "boolean" ? target.checked : undefined;
  return {
    event: { type, key, code, value, checked, altKey, ctrlKey, metaKey, shiftKey },
    el: { id: node.id, value: typeof node.value === "string" ? node.value : undefined, dataset: { ...node.dataset } },
  };
}

/** Sends, and shows the element as busy from the next frame until the answer is there: what is answered at once never
 * looks busy. @param {import("./blocks.js").Scope} scope @param {any} node @param {any} message */
function send(scope, node, message) {
  let shown = 0;
  const frame = requestAnimationFrame(() => busy(node, (shown = 1)));
  const answered = (/** @type {any} */ error) => {
    cancelAnimationFrame(frame);
    if (shown) busy(node, -1);
    if (error?.fields) marked ??= import("./invalid.js");
    marked?.then((invalid) => invalid.mark(scope.owner, error?.fields));
  };
  scope.owner.app.act(message).then(answered, answered);
}

/** Loaded with the first refusal that names inputs. @type {Promise<typeof import("./invalid.js")> | undefined} */
let marked;

/** @param {any} node @param {number} change of the number of unanswered events */
function busy(node, change) {
  node.$tellsBusy ??= node.hasAttribute(BUSY);
  node.$busy = (node.$busy ?? 0) + change;
  const waits = node.$busy > 0;
  node.toggleAttribute("data-hjx-busy", waits);
  if (node.$tellsBusy) return;
  if (waits) node.setAttribute(BUSY, "true");
  else node.removeAttribute(BUSY);
}
