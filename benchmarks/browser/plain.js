/** The table as somebody writes it by hand who cares for speed: cloned rows, kept references, one listener. */

/** @typedef {{id: number, label: string}} Row */

const size = Number(new URL(location.href).searchParams.get("rows"));
const tbody = /** @type {HTMLElement} */ (document.querySelector("tbody"));
const template = /** @type {HTMLTemplateElement} */ (document.querySelector("#row")).content.firstElementChild;
let next = 1;
/** @type {Row[]} */
let rows = [];
/** In the order of the rows. @type {any[]} */
let elements = [];
/** @type {any} */
let selected = null;

/** @param {number} count @returns {Row[]} */
function made(count) {
  const fresh = Array.from({ length: count }, (_, i) => ({ id: next + i, label: `row ${next + i}` }));
  next += count;
  return fresh;
}

/** @param {Row} row */
function element(row) {
  const tr = /** @type {any} */ (/** @type {Element} */ (template).cloneNode(true));
  const number = tr.firstChild;
  tr.number = row.id;
  tr.label = number.nextSibling.firstChild.firstChild;
  number.firstChild.data = String(row.id);
  tr.label.data = row.label;
  return tr;
}

/** @param {Row[]} fresh */
function append(fresh) {
  for (const row of fresh) {
    const tr = element(row);
    rows.push(row);
    elements.push(tr);
    tbody.append(tr);
  }
}

function clear() {
  rows = [];
  elements = [];
  selected = null;
  tbody.textContent = "";
}

/** @param {number} count */
function create(count) {
  clear();
  append(made(count));
}

function update() {
  for (let i = 0; i < rows.length; i += 10) {
    rows[i] = { ...rows[i], label: rows[i].label + " !!!" };
    elements[i].label.data = rows[i].label;
  }
}

function swap() {
  const [a, b] = [1, rows.length - 2];
  const [first, second] = [elements[a], elements[b]];
  const behind = second.nextSibling;
  tbody.insertBefore(second, first);
  tbody.insertBefore(first, behind);
  [rows[a], rows[b]] = [rows[b], rows[a]];
  [elements[a], elements[b]] = [second, first];
}

/** @param {any} tr */
function select(tr) {
  if (selected) selected.className = "";
  selected = tr;
  selected.className = "danger";
}

/** @param {any} tr */
function remove(tr) {
  const at = elements.indexOf(tr);
  rows.splice(at, 1);
  elements.splice(at, 1);
  tr.remove();
}

/** @param {string} id @param {() => void} act */
const on = (id, act) => document.querySelector(id)?.addEventListener("click", act);

on("#create", () => create(size));
on("#many", () => create(10 * size));
on("#append", () => append(made(size)));
on("#update", update);
on("#swap", swap);
on("#clear", clear);
tbody.addEventListener("click", (event) => {
  const link = /** @type {Element} */ (event.target).closest("a");
  const tr = link?.closest("tr");
  if (link?.className === "select") select(tr);
  else if (link?.className === "remove") remove(tr);
});
