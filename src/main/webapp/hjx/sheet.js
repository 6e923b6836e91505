// @ts-check
/** The elements of what debugs, and their style. */

/** @type {Promise<void> | undefined} */
let style;

/** Settled when the style is there, or will not come. */
export function addStyle() {
  return (style ??= new Promise((done) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: new URL("debug.css", import.meta.url).href });
    link.onload = link.onerror = () => done();
    document.head.append(link);
  }));
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} text @param {Record<string, any>} [properties]
 */
export function element(tag, text, properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...properties });
}

/** @param {string} label @param {() => void} onclick */
export const button = (label, onclick) => element("button", label, { type: "button", onclick });

/** Changes what changes, so that a selection in the rest stays. @param {Element} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
