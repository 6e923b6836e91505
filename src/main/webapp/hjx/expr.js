// @ts-check
/**
 * What compiled expressions need beside JavaScript's own operators: reading own properties only, JavaScript's conversions
 * without calling anything that data brings along, and methods that never change what they are called on.
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
function join(list, separator) {
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

/** Merges pairs of ever longer runs: the steps of the server's sort, so that both agree whatever `order` says.
 * @param {any[]} items @param {(a: any, b: any) => any} order @returns {any[]} */
function mergeSort(items, order) {
  let from = items;
  for (let width = 1; width < items.length; width *= 2) {
    /** @type {any[]} */
    const to = [];
    for (let start = 0; start < items.length; start += 2 * width) {
      merge(from.slice(start, start + width), from.slice(start + width, start + 2 * width), order, to);
    }
    from = to;
  }
  return from;
}

/** @param {any[]} left @param {any[]} right @param {(a: any, b: any) => any} order @param {any[]} to */
function merge(left, right, order, to) {
  let taken = 0;
  for (const item of left) {
    while (taken < right.length && prim(order(item, right[taken])) > 0) to.push(right[taken++]);
    to.push(item);
  }
  while (taken < right.length) to.push(right[taken++]);
}

/** @param {any} a @param {any} b */
function byText(a, b) {
  const [x, y] = [str(a), str(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** @param {any[]} items @param {any} [order] */
function sorted(items, order) {
  if (order !== undefined && typeof order !== "function") fail("`sort` needs a function");
  const present = items.filter((item) => item !== undefined);
  const missing = new Array(items.length - present.length).fill(undefined);
  return [...mergeSort(present, order ?? byText), ...missing];
}

/** @typedef {(items: any[], ...args: any[]) => any} ListMethod */

/** Methods of lists that differ from JavaScript's: these return new lists. @type {Record<string, ListMethod>} */
const LIST = {
  push: (items, ...more) => [...items, ...more],
  unshift: (items, ...more) => [...more, ...items],
  reverse: (items) => [...items].reverse(),
  sort: sorted,
  toSorted: sorted,
  toReversed: (items) => [...items].reverse(),
  at: (items, index) => items.at(prim(index)),
  slice: (items, ...range) => items.slice(...range.map(prim)),
  flat: (items, levels) => items.flat(prim(levels)),
  join: (items, separator) => join(items, separator === undefined ? "," : str(separator)),
  toString: (/** @type {any[]} */ items) => join(items, ","),
  keys: (items) => [...items.keys()],
  values: (items) => [...items],
  entries: (items) => [...items.entries()],
};

/** @param {string} words */
const names = (words) => new Set(words.split(" "));

/** The methods that are JavaScript's own, by the kind of receiver. */
const methods = () => ({
  list: names(
    "concat every filter find findIndex findLast findLastIndex flatMap forEach includes indexOf lastIndexOf map" +
      " reduce reduceRight some toSpliced with " +
      Object.keys(LIST).join(" "),
  ),
  string: names(
    "at charAt charCodeAt codePointAt concat endsWith includes indexOf isWellFormed lastIndexOf normalize padEnd padStart" +
      " repeat replace replaceAll slice split startsWith substr substring toLowerCase toString toUpperCase toWellFormed" +
      " trim trimEnd trimStart valueOf",
  ),
  number: names("toExponential toFixed toPrecision toString valueOf"),
  boolean: names("toString valueOf"),
  object: names("hasOwnProperty toString valueOf"),
});

// The mark lets a bundler leave out what `operators.js` has no need of
export const METHODS = /* @__PURE__ */ methods();

/** @param {any} value @returns {keyof METHODS | undefined} */
function kind(value) {
  if (Array.isArray(value)) return "list";
  const type = typeof value;
  return value !== null && type in METHODS ? /** @type {keyof METHODS} */ (type) : undefined;
}

/** @param {Record<string, any>} object @param {string} name @returns {((...args: any[]) => any) | undefined} */
function objectMethod(object, name) {
  if (Object.hasOwn(object, name)) return object[name];
  if (name === "hasOwnProperty") return (key) => Object.hasOwn(object, str(key));
  if (name === "toString") return () => str(object);
  return name === "valueOf" ? () => object : undefined;
}

/** @param {any[]} items @param {string} name @returns {(...args: any[]) => any} */
function listMethod(items, name) {
  return Object.hasOwn(LIST, name)
    ? (...args) => LIST[name](items, ...args)
    : (...args) => /** @type {any} */ (items)[name](...args);
}

/** The method or own function of a value, bound to it; undefined where there is none.
 * @param {any} object @param {any} key @returns {((...args: any[]) => any) | undefined} */
export function method(object, key) {
  const name = str(key);
  const type = kind(object);
  if (type === "object") return objectMethod(object, name);
  if (type === undefined || !METHODS[type].has(name)) return undefined;
  if (type === "list") return listMethod(object, name);
  return (...args) => object[name](...args.map((arg) => (typeof arg === "function" ? arg : prim(arg))));
}

/** `object.key(...args)`. @param {any} object @param {any} key @param {...any} args @returns {any} */
export function call(object, key, ...args) {
  const found = method(object, key);
  if (typeof found !== "function") fail(`there is no method \`${str(key)}\` here`);
  return found(...args);
}

/** `object.name(...args)` for a method of JavaScript's own that lists alone have. @param {any} object
 * @param {string} name @param {...any} args @returns {any} */
export function onList(object, name, ...args) {
  const own = typeof object === "object" && object !== null && Object.hasOwn(object, name);
  const found = Array.isArray(object) || own ? object[name] : undefined;
  if (typeof found !== "function") fail(`there is no method \`${name}\` here`);
  return own ? found(...args) : object[name](...args);
}
