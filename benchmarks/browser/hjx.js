/** The same table as a component, whose state lives in the page. */
import { mount } from "./hjx/dom.js";
import component from "./c/Table.js";

/** @typedef {{id: number, label: string}} Row */

/** @type {{size: number, next: number, rows: Row[], selected: number}} */
let state = { size: Number(new URL(location.href).searchParams.get("rows")), next: 1, rows: [], selected: 0 };

/** @param {number} count @returns {Row[]} */
const made = (count) => Array.from({ length: count }, (_, i) => ({ id: state.next + i, label: `row ${state.next + i}` }));

/** What the handlers of `Table.hjx` do, by call site. @type {((id: number) => Partial<typeof state>)[]} */
const handlers = [
  () => ({ rows: made(state.size), next: state.next + state.size }),
  () => ({ rows: made(10 * state.size), next: state.next + 10 * state.size }),
  () => ({ rows: [...state.rows, ...made(state.size)], next: state.next + state.size }),
  () => ({ rows: state.rows.map((row, i) => (i % 10 === 0 ? { ...row, label: row.label + " !!!" } : row)) }),
  () => {
    const { rows } = state;
    return { rows: [rows[0], rows[rows.length - 2], ...rows.slice(2, -2), rows[1], rows[rows.length - 1]] };
  },
  () => ({ rows: [], selected: 0 }),
  (id) => ({ selected: id }),
  (id) => ({ rows: state.rows.filter((row) => row.id !== id) }),
];

/** @param {any} message */
async function send({ site, items }) {
  state = { ...state, ...handlers[site](Number(items[0]?.[1])) };
  mounted.reset(state, {}, 0);
}

const mounted = mount(component, /** @type {Element} */ (document.querySelector("main")), { state, send });
