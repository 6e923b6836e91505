// @ts-check
/** What the rarer bindings write: addresses, `style` attributes, and properties of form controls. Loaded where one is. */
import { adopting, attribute, choose, report, show, target, writeAttribute } from "./dom.js";

const DANGEROUS = /^(javascript:|vbscript:|data:text\/html)/i;

/** An attribute that holds an address: one that would run code is left out. @param {any} place @param {any} previous
 * @param {string} name @param {any} value */
export function href(place, previous, name, value) {
  const node = target(place, name);
  if (!node) return previous;
  const address = attribute(value);
  if (address === null || !DANGEROUS.test(address.replace(/[\0-\x20\x7f-\x9f]+/g, ""))) {
    return writeAddress(node, previous, name, address);
  }
  report(name, "an address that would run code was left out");
  return writeAttribute(node, previous, name, null);
}

/** XLink's address has a namespace, as where a parser reads it. @param {Element} node @param {any} previous
 * @param {string} name @param {?string} value */
function writeAddress(node, previous, name, value) {
  if (name !== "xlink:href" || value === null) return writeAttribute(node, previous, name, value);
  if (node.getAttribute(name) !== value) node.setAttributeNS("http://www.w3.org/1999/xlink", name, value);
  return value;
}

const UNSAFE = /[;{}\\]|\/\*|\/\/|\b(?:url|src)\(\s*["']?\s*(?!data:)[a-z][a-z0-9+.-]*:/i;

/** Sets each declaration of a `style` attribute. @param {any} place @param {any} previous
 * @param {[string, string][]} declarations */
export function styles(place, previous, declarations) {
  const node = target(place, "style");
  if (!node) return previous;
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
