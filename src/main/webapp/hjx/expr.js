// @ts-check
/**
 * All that compiled expressions need: the operators, and methods that never change what they are called on. Loaded where
 * the operators alone are not enough.
 */
import { fail, join, prim, str } from "./operators.js";

export * from "./operators.js";

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
export const METHODS = {
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
};

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
