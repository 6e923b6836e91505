// @ts-check
/**
 * What a binding writes into a node. Each takes what it wrote before (undefined at first) and gives back what it has
 * written now, so that nothing is read from the document, and an unchanged value costs a comparison.
 */
import { adopting } from "./template.js";
import { show } from "./values.js";

/** @param {any} node a text, or the comment that stands for an empty one @param {any} previous @param {string} value */
export function text(node, previous, value) {
  if (value !== previous && !(adopting && shown(node) === value)) writeText(node, value);
  return value;
}

/** @param {any} node */
function shown(node) {
  return node.nodeType === 3 ? node.data : node.$text ? node.$text.data : "";
}

/** @param {any} node @param {string} value */
function writeText(node, value) {
  if (node.nodeType === 3) node.data = value;
  else if (node.$text) node.$text.data = value;
  else if (value) node.$text = node.parentNode.insertBefore(document.createTextNode(value), node);
}

/** False, null and undefined remove the attribute, true makes it a bare one. @param {any} value */
export const attribute = (value) =>
  value === false || value === null || value === undefined ? null : value === true ? "" : show(value);

/** What an element shows while something of it has no answer, unless the layout says that itself. */
export const BUSY = "aria-busy";

/**
 * The element whose attribute a binding writes; none where the attribute is given from further outside.
 *
 * @param {any} place an element, or the use of a component, which gives attributes to the component's root
 * @param {string} name
 */
export const target = (place, name) => (place.$target ? place.$target(name) : place);

/** @param {any} place @param {any} previous @param {string} name @param {any} value */
export function attr(place, previous, name, value) {
  const node = target(place, name);
  if (!node) return previous;
  if (name === BUSY) node.$tellsBusy = true;
  return writeAttribute(node, previous, name, attribute(value));
}

/** @param {Element} node @param {any} previous @param {string} name @param {?string} value */
export function writeAttribute(node, previous, name, value) {
  if (value === previous) return value;
  if (previous === undefined && node.getAttribute(name) === value) return value;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
  return value;
}

/** Class names in one text; values that would remove an attribute name no class. @param {...any} names */
export const classes = (...names) => names.map((name) => (attribute(name) ?? "").trim()).filter(Boolean).join(" ");

/** @param {any} node @param {any} previous @param {string} value */
export function className(node, previous, value) {
  if (value === previous) return value;
  if (node.$classes) writeClasses(node, 0, value);
  else writeAttribute(node, previous, "class", value || null);
  return value;
}

/** @param {any} node @param {number} level 0 for the element's own classes @param {string} value */
export function writeClasses(node, level, value) {
  node.$classes[level] = value;
  if (!adopting) writeAttribute(node, undefined, "class", classes(...node.$classes) || null);
}

/** Chooses the options of these values; where there are none, what is chosen stays. @param {any} select
 * @param {string[]} values */
export function choose(select, values) {
  for (const option of select.options) {
    const wanted = values.includes(option.value);
    if (option.selected !== wanted && (wanted || select.multiple)) option.selected = wanted;
  }
}
