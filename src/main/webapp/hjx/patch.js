// @ts-check
/** JSON Patch (RFC 6902): the operations that servers send. */

/** For each operation, how many values it takes away and how many it puts there. @type {Record<string, number[]>} */
const COUNTS = { add: [0, 1], remove: [1, 0], replace: [1, 1], move: [0, 1] };

/**
 * The document after some operations, or undefined where one is unknown or does not fit. It shares whatever they leave
 * alone with the given document, which stays as it is.
 *
 * @param {any} document
 * @param {{op: string, path: string, from?: string, value?: any}[]} operations
 */
export function patched(document, operations) {
  try {
    return apply(document, operations);
  } catch {
    return undefined;
  }
}

/** @param {any} document @param {any[]} operations */
function apply(document, operations) {
  const root = { "": document };
  const copies = new Set();
  /** The list or object in a place, made a copy that may be changed. @param {any} holder @param {string} key */
  const own = (holder, key) => {
    const value = Object.hasOwn(holder, key) && holder[key];
    if (copies.has(value)) return value;
    const copy = Array.isArray(value) ? [...value] : Object(value) === value ? { ...value } : misfit();
    copies.add(copy);
    return (holder[key] = copy);
  };
  /** @param {string} path @param {number} taken @param {any[]} put @returns {any} what was there */
  const edit = (path, taken, put) => {
    const keys = path.split("/").map((key) => key.replace(/~1/g, "/").replace(/~0/g, "~"));
    const key = keys.pop() ?? "";
    const holder = keys.reduce(own, root);
    const index = +key >>> 0;
    const old = holder[key];
    if (Array.isArray(holder)) {
      if (String(index) !== key || index > holder.length - taken) misfit();
      holder.splice(index, taken, ...put);
    } else {
      if (key === "__proto__" || (taken && !Object.hasOwn(holder, key))) misfit();
      if (put.length) holder[key] = put[0];
      else delete holder[key];
    }
    return old;
  };
  for (const { op, path, from = "", value } of operations) {
    const [taken, put] = COUNTS[op];
    edit(path, taken, put ? [op === "move" ? edit(from, 1, []) : value] : []);
  }
  return root[""];
}

/** @returns {never} */
function misfit() {
  throw new Error("the patch does not fit");
}
