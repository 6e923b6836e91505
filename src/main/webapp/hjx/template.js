// @ts-check
/** Building templates, and checking that HTML from the server has a template's shape. */

/** A comment that keeps two texts apart, or marks where a block begins. */
export const gap = null;

/** A comment that stands behind something dynamic, which is inserted in front of it. */
export const hole = undefined;

/** The comments of templates that are holes. @type {WeakSet<Node>} */
const holes = new WeakSet();

/** True while HTML from the server is adopted. */
export let adopting = false;

/** Runs something while adopting. @param {() => void} work */
export function whileAdopting(work) {
  adopting = true;
  try {
    work();
  } finally {
    adopting = false;
  }
}

/** The HTML is not what the component would have written. */
export class Mismatch extends Error {}

/** @typedef {(tag: string, attributes?: ?Record<string, any>, ...children: any[]) => Node} Maker */

/** What makes HTML elements that carry a component's mark. @param {string} mark the attribute for scoped style */
export function elements(mark) {
  /** @type {Maker} */
  return (tag, attributes, ...children) => build(document.createElement(tag), mark, attributes, children);
}

/** What makes SVG elements that carry a component's mark. @param {string} mark */
export function shapes(mark) {
  /** @type {Maker} */
  return (tag, attributes, ...children) =>
    build(document.createElementNS("http://www.w3.org/2000/svg", tag), mark, attributes, children);
}

/**
 * @param {any} element
 * @param {string} mark
 * @param {Record<string, any> | null | undefined} attributes
 * @param {any[]} children
 */
function build(element, mark, attributes, children) {
  element.setAttribute(mark, "");
  for (const name in attributes) {
    if (name === "style") element.style.cssText = attributes[name];
    else element.setAttribute(name, attributes[name]);
  }
  addAll(element, children);
  return element;
}

/** @param {Node} parent @param {any[]} children */
function addAll(parent, children) {
  for (const child of children) {
    if (child instanceof Node) parent.appendChild(child);
    else if (typeof child === "string") parent.appendChild(document.createTextNode(child));
    else {
      const comment = parent.appendChild(document.createComment(""));
      if (child === hole) holes.add(comment);
    }
  }
}

/** A template of one element, or of several nodes in a fragment. @param {any} built @returns {Node} */
export function template(built) {
  if (built instanceof Node) return built;
  const fragment = document.createDocumentFragment();
  addAll(fragment, built);
  return fragment;
}

/** Throws where the nodes from `node` on do not begin as the template. @param {Node} made @param {?Node} node */
export function check(made, node) {
  if (made.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return checkNode(made, node);
  for (let wanted = made.firstChild; wanted && !holes.has(wanted); wanted = wanted.nextSibling) {
    checkNode(wanted, node);
    node = /** @type {Node} */ (node).nextSibling;
  }
}

/** @param {Node} wanted @param {?Node} node */
function checkNode(wanted, node) {
  if (!node) throw new Mismatch(`${wanted.nodeName} is missing`);
  const emptyText = wanted.nodeType === 3 && node.nodeType === 8 && wanted.nodeValue === "";
  if (wanted.nodeName !== node.nodeName && !emptyText) throw new Mismatch(`${node.nodeName} is no ${wanted.nodeName}`);
  if (wanted.nodeType === 1 && wanted.nodeName !== "TEXTAREA") checkChildren(wanted, node);
}

/** In step from both ends, as far as the next hole. @param {Node} wanted @param {Node} node */
function checkChildren(wanted, node) {
  let child = wanted.firstChild;
  let found = node.firstChild;
  for (; child && !holes.has(child); child = child.nextSibling) {
    checkNode(child, found);
    found = /** @type {Node} */ (found).nextSibling;
  }
  if (!child && found) throw new Mismatch(`${found.nodeName} is too much in ${node.nodeName}`);
  found = node.lastChild;
  for (child = child && wanted.lastChild; child && !holes.has(child); child = child.previousSibling) {
    checkNode(child, found);
    found = /** @type {Node} */ (found).previousSibling;
  }
}

/** The comment that ends something dynamic. @param {?Node} node @returns {Node} */
export function ending(node) {
  if (!node || node.nodeType !== 8) throw new Mismatch(`${node ? node.nodeName : "nothing"} where a block should end`);
  return node;
}
