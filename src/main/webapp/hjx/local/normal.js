// @ts-check
/** Values as they are kept: what `JSON.stringify` would leave of them. */
import { same } from "../values.js";

/** The deepest nesting that a kept value may have, as on the server. */
const MAX_NESTING = 64;

/**
 * A value as it is kept; the same object where nothing of it changes.
 *
 * What a list shares with the beginning and the end of the one that it replaces is normal already, so that appending to
 * a long list looks at one item.
 *
 * @param {any} value @param {any} [before] what it replaces, which is normal
 * @returns {any} `before` where the content is the same; undefined where nothing is left
 */
export function normal(value, before) {
  if (value === before) return before;
  const kept = Array.isArray(value) && Array.isArray(before) ? between(value, before) : plain(value, 1);
  return same(kept, before) ? before : kept;
}

/** @param {any[]} list @param {any[]} before */
function between(list, before) {
  const shorter = Math.min(list.length, before.length);
  let head = 0;
  while (head < shorter && list[head] === before[head]) head++;
  let tail = 0;
  while (tail < shorter - head && list[list.length - 1 - tail] === before[before.length - 1 - tail]) tail++;
  const end = list.length - tail;
  const fresh = list.slice(head, end);
  const middle = items(fresh, 2);
  return middle === fresh ? list : [...list.slice(0, head), ...middle, ...list.slice(end)];
}

/** @param {any} value @param {number} depth @returns {any} */
function plain(value, depth) {
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value === "function") return undefined;
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_NESTING) throw new RangeError("the value is nested too deeply");
  return Array.isArray(value) ? items(value, depth + 1) : fields(value, depth + 1);
}

/** @param {any[]} list @param {number} depth @returns {any[]} */
function items(list, depth) {
  const kept = Array.from(list, (item) => plain(item, depth) ?? null);
  return kept.every((item, i) => Object.is(item, list[i])) ? list : kept;
}

/** @param {Record<string, any>} object @param {number} depth @returns {Record<string, any>} */
function fields(object, depth) {
  const all = Object.entries(object);
  const kept = all.map(([key, value]) => [key, plain(value, depth)]).filter(([, value]) => value !== undefined);
  const unchanged = kept.length === all.length && kept.every(([, value], i) => Object.is(value, all[i][1]));
  return unchanged ? object : Object.fromEntries(kept);
}
