// @ts-check
/** Values as the page shows and compares them, and the bits that stand for changes. */

/** Every bit: everything is to be brought up to date. */
export const ALL = -1;

/** The bit of a change in the state of some child component; blocks that hold component uses react to it. */
export const CHILDREN = 1 << 30;

/** The bit of a change in what the parent put into this component's slots. */
export const SLOT = 1 << 29;

/** The bit of a change in one of those names that have no bit of their own. */
export const REST = 1 << 28;

/**
 * True where one of these names, which share the bit `REST`, has changed.
 *
 * @param {number} dirty @param {import("./blocks.js").Scope} scope @param {string[]} names
 */
export function rest(dirty, scope, ...names) {
  if (!(dirty & REST)) return false;
  const { changed } = scope.owner;
  return dirty === ALL || names.some((name) => changed.has(name));
}

/** A value as text: nothing for null and undefined, JSON for lists and objects. @param {any} value @returns {string} */
export function show(value) {
  if (typeof value === "string") return value;
  if (value === null || value === undefined || typeof value === "function") return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** True where two JSON values have the same content. @param {any} a @param {any} b @returns {boolean} */
export function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

const reported = new Set();

/** Says something about a place in the source, once. @param {string} place @param {string} message */
export function report(place, message) {
  const line = `${place}: ${message}`;
  if (reported.has(line) || reported.size > 500) return;
  reported.add(line);
  console.warn(line);
}

/**
 * The expression's value, or undefined where it fails: the binding then shows nothing and the others go on.
 *
 * @param {string} place where the expression stands, as `path:line:column`
 * @param {() => any} expression
 */
export function attempt(place, expression) {
  try {
    return expression();
  } catch (error) {
    report(place, error instanceof Error ? error.message : String(error));
    return undefined;
  }
}
