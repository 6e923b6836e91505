// @ts-check
/** Bringing the rows of a list into a new order with as few moves as there can be. */
import { remove } from "./dom.js";

/** @typedef {import("./loops.js").Each} Each @typedef {import("./loops.js").Row} Row */

/**
 * Makes the rows those of a new list: rows whose key is there still keep their nodes.
 *
 * @param {Each} each @param {any[]} list @param {?string[]} keys null where positions count @param {number} dirty
 * @returns {Row[]}
 */
export function reconcile(each, list, keys, dirty) {
  const old = each.rows;
  if (list.length === 0 || (old.length > 0 && (old[0].key === null) !== (keys === null))) {
    clear(each);
    return list.map((item, i) => each.insert(item, i, keys && keys[i], each.end));
  }
  const key = (/** @type {number} */ i) => (keys ? keys[i] : null);
  const rows = new Array(list.length);
  let start = 0;
  let oldEnd = old.length;
  let end = list.length;
  for (; start < oldEnd && start < end && old[start].key === key(start); start++) {
    each.refresh((rows[start] = old[start]), list[start], start, dirty);
  }
  for (; keys && oldEnd > start && end > start && old[oldEnd - 1].key === keys[end - 1]; oldEnd--, end--) {
    each.refresh((rows[end - 1] = old[oldEnd - 1]), list[end - 1], end - 1, dirty);
  }
  if (start === end) for (let i = start; i < oldEnd; i++) remove(old[i]);
  else if (keys && start < oldEnd) arrange(each, list, keys, dirty, rows, start, oldEnd, end);
  else {
    const before = end < list.length ? rows[end].first : each.end;
    for (let i = start; i < end; i++) rows[i] = each.insert(list[i], i, key(i), before);
  }
  return rows;
}

/** Takes all rows off the page, at once where they are all that their parent holds. @param {Each} each */
function clear(each) {
  const { rows, end } = each;
  const parent = end.parentNode;
  if (rows.length > 1 && parent.nodeType === 1 && parent.firstChild === rows[0].first && parent.lastChild === end) {
    parent.textContent = "";
    parent.append(end);
  } else for (const row of rows) remove(row);
}

/**
 * The middle part, in which keys came, went or changed places.
 *
 * @param {Each} each @param {any[]} list @param {string[]} keys @param {number} dirty @param {Row[]} rows
 * @param {number} start @param {number} oldEnd @param {number} end
 */
function arrange(each, list, keys, dirty, rows, start, oldEnd, end) {
  const old = each.rows;
  const wanted = new Map();
  for (let i = start; i < end; i++) wanted.set(keys[i], i);
  const from = new Int32Array(end - start).fill(-1);
  let kept = 0;
  for (let i = start; i < oldEnd; i++) {
    const to = wanted.get(old[i].key);
    if (to !== undefined) {
      from[to - start] = i;
      kept++;
    }
  }
  if (kept === 0 && old.length === oldEnd - start) clear(each);
  else for (let i = start; i < oldEnd; i++) if (!wanted.has(old[i].key)) remove(old[i]);

  const staying = longestRun(from, focused(old, from));
  for (let i = end - 1; i >= start; i--) {
    const before = i + 1 < rows.length ? rows[i + 1].first : each.end;
    const position = from[i - start];
    if (position < 0) rows[i] = each.insert(list[i], i, keys[i], before);
    else {
      rows[i] = old[position];
      if (!staying[i - start]) each.move(rows[i], before);
      each.refresh(rows[i], list[i], i, dirty);
    }
  }
}

/** The new place of the row that has the focus: it must not move, or would lose it. @param {Row[]} old
 * @param {Int32Array} from */
function focused(old, from) {
  const active = document.activeElement;
  if (!active || active === document.body) return -1;
  return from.findIndex((position) => position >= 0 && holds(old[position], active));
}

/** @param {Row} row @param {Node} active */
function holds(row, active) {
  for (let node = row.first; ; node = node.nextSibling) {
    if (node.contains(active)) return true;
    if (node === row.last) return false;
  }
}

/**
 * Which places can stay: a longest run of rising old positions, by patience sorting; negative positions are new rows.
 * With a pinned place only those are candidates that can stay beside it.
 *
 * @param {Int32Array} from @param {number} pinned a place, or -1
 */
function longestRun(from, pinned) {
  const tails = [];
  const previous = new Int32Array(from.length);
  for (let i = 0; i < from.length; i++) {
    if (from[i] < 0 || (pinned >= 0 && i !== pinned && i < pinned !== from[i] < from[pinned])) continue;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (from[tails[middle]] < from[i]) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1] : -1;
    tails[low] = i;
  }
  const staying = new Uint8Array(from.length);
  for (let i = tails.length > 0 ? tails[tails.length - 1] : -1; i >= 0; i = previous[i]) staying[i] = 1;
  return staying;
}

/** Moves a row's nodes in front of another node, with their scroll positions where the browser can. @param {Row} row
 * @param {any} parent @param {any} before */
export function place(row, parent, before) {
  const end = row.last;
  for (let node = row.first; ; ) {
    const next = node.nextSibling;
    if (parent.moveBefore && parent.isConnected) parent.moveBefore(node, before);
    else parent.insertBefore(node, before);
    if (node === end) return;
    node = next;
  }
}
