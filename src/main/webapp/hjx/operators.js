// @ts-check
/**
 * What compiled expressions need beside JavaScript's own operators: reading own properties only, and JavaScript's conversions
 * without calling anything that data brings along. `expr.js` has methods too.
 *
 * Every function computes what the server's evaluator computes; a generated test compares them.
 */

/** @param {string} message @returns {never} */
export function fail(message) {
  throw new TypeError(message);
}

/** The text of an interpolation: nothing for null, undefined and functions, JSON for lists and objects.
 * @param {any} value @returns {string} */
export function text(value) {
  if (typeof value === "string") return value;
  if (value === null || value === undefined || typeof value === "function") return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** @param {any[]} list @param {string} separator @returns {string} */
export function join(list, separator) {
  return list.map((item) => (item === null || item === undefined ? "" : str(item))).join(separator);
}

/** ToString. @param {any} value @returns {string} */
export function str(value) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return join(value, ",");
  if (typeof value === "function") return "function";
  return typeof value === "object" && value !== null ? "[object Object]" : String(value);
}

/** ToPrimitive: lists, objects and functions become their text. @param {any} value @returns {any} */
export function prim(value) {
  const type = typeof value;
  return (type === "object" && value !== null) || type === "function" ? str(value) : value;
}

/** `a + b`; two lists are joined. @param {any} a @param {any} b @returns {any} */
export function add(a, b) {
  return Array.isArray(a) && Array.isArray(b) ? [...a, ...b] : prim(a) + prim(b);
}

/** @param {any} value */
function isReference(value) {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** `a == b`. @param {any} a @param {any} b @returns {boolean} */
export function equal(a, b) {
  return isReference(a) && isReference(b) ? a === b : prim(a) == prim(b);
}

/** `object[key]` of own properties; nothing has none. @param {any} object @param {any} key @returns {any} */
export function get(object, key) {
  if (object === null || object === undefined || typeof object === "function") return undefined;
  const name = typeof key === "number" ? key : str(key);
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** `key in object`. @param {any} object @param {any} key @returns {boolean} */
export function has(object, key) {
  if (typeof object !== "object" || object === null) fail("`in` looks into an object");
  return Object.hasOwn(object, str(key));
}

/** What follows a `?.`: not done where there is no object.
 * @template T @param {any} object @param {(object: any) => T} rest @returns {T | undefined} */
export function opt(object, rest) {
  return object === null || object === undefined ? undefined : rest(object);
}

/** A value, or where it is missing the fallback. @param {any} value @param {() => any} fallback @returns {any} */
export function or(value, fallback) {
  return value === undefined ? fallback() : value;
}

/** What `...value` lists. @param {any} value @returns {any[]} */
export function list(value) {
  if (Array.isArray(value)) return value;
  return typeof value === "string" ? [...value] : fail("this value is no list");
}

/** An object without some keys. @param {any} object @param {any[]} keys @returns {Record<string, any>} */
export function rest(object, keys) {
  const gone = new Set(keys.map(str));
  return Object.fromEntries(Object.entries(object ?? {}).filter(([key]) => !gone.has(key)));
}

/** `Object.assign` into a new object. @param {any} target @param {...any} sources @returns {Record<string, any>} */
export function assign(target, ...sources) {
  if (target === null || target === undefined) fail("`Object.assign` needs an object");
  return Object.fromEntries([target, ...sources].flatMap((source) => Object.entries(source ?? {})));
}

/** `object.name(...args)` for a method of JavaScript's own that lists alone have. @param {any} object
 * @param {string} name @param {...any} args @returns {any} */
export function onList(object, name, ...args) {
  const own = typeof object === "object" && object !== null && Object.hasOwn(object, name);
  const found = Array.isArray(object) || own ? object[name] : undefined;
  if (typeof found !== "function") fail(`there is no method \`${name}\` here`);
  return own ? found(...args) : object[name](...args);
}
