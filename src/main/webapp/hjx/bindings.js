// @ts-check
/**
 * What a binding writes into a node. Each takes what it wrote before (undefined at first) and gives back what it has
 * written now, so that nothing is read from the document, and an unchanged value costs a comparison.
 */
import { adopting } from "./template.js";
import { report, show } from "./values.js";

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
const attribute = (value) =>
  value === false || value === null || value === undefined ? null : value === true ? "" : show(value);

/** What an element shows while something of it has no answer, unless the layout says that itself. */
export const BUSY = "aria-busy";

/** @param {Element} node @param {any} previous @param {string} name @param {any} value */
export function attr(node, previous, name, value) {
  if (name === BUSY) /** @type {any} */ (node).$tellsBusy = true;
  return writeAttribute(node, previous, name, attribute(value));
}

/** @param {Element} node @param {any} previous @param {string} name @param {?string} value */
function writeAttribute(node, previous, name, value) {
  if (value === previous) return value;
  if (previous === undefined && node.getAttribute(name) === value) return value;
  if (value === null) node.removeAttribute(name);
  else if (name.startsWith("xlink:")) node.setAttributeNS("http://www.w3.org/1999/xlink", name, value);
  else node.setAttribute(name, value);
  return value;
}

const DANGEROUS = /^(javascript:|vbscript:|data:text\/html)/i;

/** An attribute that holds an address: one that would run code is left out. @param {Element} node @param {any} previous
 * @param {string} name @param {any} value */
export function href(node, previous, name, value) {
  const address = attribute(value);
  if (address === null || !DANGEROUS.test(address.replace(/[\0-\x20\x7f-\x9f]+/g, ""))) {
    return writeAttribute(node, previous, name, address);
  }
  report(name, "an address that would run code was left out");
  return writeAttribute(node, previous, name, null);
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

/**
 * The classes that a component's user adds to its root.
 *
 * @param {import("./components.js").Use} use @param {any} previous @param {string} value
 */
export function outerClass(use, previous, value) {
  if (value !== previous) writeClasses(use.root, use.level, value);
  return value;
}

/** Prepares a component's root for classes from outside. @param {any} root @returns {number} the level they go to */
export function claimClass(root) {
  root.$classes ??= [adopting ? root.$class : root.getAttribute("class")];
  return root.$classes.push("") - 1;
}

/** @param {any} node @param {number} level 0 for the element's own classes @param {string} value */
function writeClasses(node, level, value) {
  node.$classes[level] = value;
  if (!adopting) writeAttribute(node, undefined, "class", classes(...node.$classes) || null);
}

const UNSAFE = /[;{}\\]|\/\*|\/\/|\b(?:url|src)\(\s*["']?\s*(?!data:)[a-z][a-z0-9+.-]*:/i;

/** Sets each declaration of a `style` attribute. @param {any} node @param {any} previous
 * @param {[string, string][]} declarations */
export function styles(node, previous, declarations) {
  const kept = declarations.filter(([name, value]) => value.trim() !== "" && safe(name, value));
  const written = kept.map(([name, value]) => `${name}: ${value}`).join("; ");
  if (written === previous || (adopting && (node.getAttribute("style") ?? "") === written)) return written;
  for (const [name] of declarations) node.style.removeProperty(name);
  for (const [name, value] of kept) {
    const important = /\s*!important\s*$/i;
    node.style.setProperty(name, value.replace(important, ""), important.test(value) ? "important" : "");
  }
  return written;
}

/** @param {string} name @param {string} value */
function safe(name, value) {
  if (!UNSAFE.test(value) && balanced(value)) return true;
  report(name, "a style value that reaches beyond its declaration or to a foreign address was left out");
  return false;
}

/** True where strings and brackets end inside the value. @param {string} value */
function balanced(value) {
  const left = value.replace(/"[^"\n\r\f]*"|'[^'\n\r\f]*'/g, "");
  let depth = 0;
  for (const c of left) {
    if ("([".includes(c)) depth++;
    else if (")]".includes(c) && --depth < 0) return false;
  }
  return depth === 0 && !/["']/.test(left);
}

/** What the HTML says of a property that a visitor can change. @type {Record<string, string>} */
const INITIAL = { value: "defaultValue", checked: "defaultChecked", selected: "defaultSelected" };

/** A property of a form control. @param {any} node @param {any} previous @param {string} name @param {any} value */
export function property(node, previous, name, value) {
  if (node.localName === "select") return choice(node, value);
  const wanted = name === "checked" || name === "selected" ? Boolean(value) : show(value);
  if (wanted === previous) return wanted;
  const untouched = adopting && (!(INITIAL[name] in node) || node[INITIAL[name]] === wanted);
  if (!untouched) node[name] = wanted;
  return wanted;
}

/** @param {any} select @param {any} value one value, or a list of them */
function choice(select, value) {
  const values = Array.isArray(value) ? value.map(show) : [show(value)];
  if (!adopting) choose(select, values);
  return values;
}

/** Chooses the options of these values; where there are none, what is chosen stays. @param {any} select
 * @param {string[]} values */
export function choose(select, values) {
  for (const option of select.options) {
    const wanted = values.includes(option.value);
    if (option.selected !== wanted && (wanted || select.multiple)) option.selected = wanted;
  }
}
