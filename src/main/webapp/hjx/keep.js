// @ts-check
/** What a visitor has in hand: focus, caret, scroll positions, and text that the server does not have yet. */
import { address, show } from "./dom.js";
import { write } from "./inputs.js";

/**
 * How an element is found again among others.
 *
 * @typedef {object} Trace
 * @property {string} tag
 * @property {string} [type]
 * @property {string[]} names what it goes by, the surest first; empty ones mean nothing
 * @property {number} position among the elements of its tag
 */

/** What would tell the server of a focus that nobody has moved. */
const EVENTS = ["focus", "blur", "focusin", "focusout"];

/** Replaces what an element holds, and gives back what the visitor had in hand. @param {Element} host
 * @param {() => void} rebuild */
export function keeping(host, rebuild) {
  const { scrollX: left, scrollY: top } = window;
  const give = [...inputsOf(host), ...scrolledOf(host), ...focusOf(host)];
  const hush = (/** @type {Event} */ event) => event.stopImmediatePropagation();
  EVENTS.forEach((type) => window.addEventListener(type, hush, true));
  try {
    rebuild();
    for (const { trace, to } of give) {
      const found = find(host, trace);
      if (found) to(found);
    }
    window.scrollTo({ left, top, behavior: "instant" });
  } finally {
    EVENTS.forEach((type) => window.removeEventListener(type, hush, true));
  }
}

/** @typedef {{trace: Trace, to: (node: any) => void}} Gift */

/** The inputs whose content is the visitor's alone. @param {Element} host @returns {Gift[]} */
function inputsOf(host) {
  return [...host.querySelectorAll("input, textarea, select")]
    .filter((node) => unsent(node) || standing(node))
    .map((/** @type {any} */ node) => {
      const again = unsent(node);
      const value = node.$bound ? node.$bound.value() : node.value;
      return { trace: traceOf(host, node), to: (found) => fill(found, value, again) };
    });
}

/** @param {any} node */
const unsent = ({ $bound }) => Boolean($bound?.unsent());

/** True where something stands in the input that has the focus which the server says otherwise. @param {any} node */
function standing(node) {
  if (node !== document.activeElement || typeof node.selectionStart !== "number") return false;
  return !node.$bound || node.$bound.value() !== show(node.$bound.current);
}

/** @param {any} node @param {any} value @param {boolean} again whether the server is to be told */
function fill(node, value, again) {
  const bound = node.$bound;
  if (!bound) node.value = value;
  else {
    write(node, bound.property, value);
    if (again) bound.push();
    else bound.known = bound.value();
  }
}

/** @param {Element} host @returns {Gift[]} */
function scrolledOf(host) {
  return [...host.querySelectorAll("*")]
    .filter((node) => node.scrollTop !== 0 || node.scrollLeft !== 0)
    .map((node) => {
      const place = { left: node.scrollLeft, top: node.scrollTop, behavior: "instant" };
      return { trace: traceOf(host, node), to: (found) => found.scrollTo(place) };
    });
}

/** @param {Element} host @returns {Gift[]} */
function focusOf(host) {
  const active = /** @type {any} */ (document.activeElement);
  if (!active || active === host || !host.contains(active)) return [];
  const { selectionStart, selectionEnd, selectionDirection } = active;
  const to = (/** @type {any} */ found) => {
    found.focus({ preventScroll: true });
    // Some kinds of input have no caret to ask for
    if (typeof selectionStart === "number") found.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  };
  return [{ trace: traceOf(host, active), to }];
}

/** @param {Element} host @param {any} node @returns {Trace} */
export function traceOf(host, node) {
  const position = [...host.querySelectorAll(node.localName)].indexOf(node);
  return { tag: node.localName, type: node.type, names: namesOf(node), position };
}

/** @param {any} node @returns {string[]} the path that it is bound to, its id, its name */
function namesOf(node) {
  const choice = node.type === "radio" ? "=" + node.value : "";
  const bound = node.$bound;
  const path = bound?.path ? bound.scope.owner.path + bound.path + choice : "";
  return [path, node.id ?? "", node.name ? node.name + choice : ""];
}

/** The one that goes by the same name, or else stands in the same place under no other. @param {Element} host
 * @param {Trace} trace @returns {Element | undefined} */
export function find(host, { tag, type, names, position }) {
  const all = [...host.querySelectorAll(tag)];
  const alike = all.filter((/** @type {any} */ node) => node.type === type);
  for (const [kind, name] of names.entries()) {
    const same = name ? alike.filter((node) => namesOf(node)[kind] === name) : [];
    if (same.length === 1) return same[0];
  }
  const there = all[position];
  const other = there && namesOf(there).some((name, kind) => name && names[kind] && name !== names[kind]);
  return there && !other && alike.includes(there) ? there : undefined;
}

/** Where the client's own names are bound in what an element shows, by path. @param {Element} host */
export function sitesOf(host) {
  /** @type {Map<string, Pick<import("./subscription.js").Action, "site" | "at" | "items">>} */ const sites = new Map();
  for (const { $bound } of /** @type {Iterable<any>} */ (host.querySelectorAll("input, textarea, select"))) {
    if ($bound?.local) {
      const { at, items } = address($bound.scope);
      sites.set($bound.local, { site: $bound.site, at, items });
    }
  }
  return sites;
}
