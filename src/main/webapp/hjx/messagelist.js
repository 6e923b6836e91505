// @ts-check
import { element, setText } from "./sheet.js";

/** @typedef {import("./journal.js").Entry} Entry */

/** How many characters of a message are shown. */
const LONGEST = 100_000;

/** The messages of a journal, newest first; each opens to its JSON. */
export class MessageList {
  root = element("ol", "", { className: "hjx-debug-messages" });
  #journal;
  /** What is shown, with the cell for the time of the answer. @type {Map<Entry, {row: Element, answered: Element}>} */
  #rows = new Map();

  /** @param {import("./journal.js").Journal} journal */
  constructor(journal) {
    this.#journal = journal;
  }

  /** Shows what is new. Rows stay the same elements, and so does an open one. */
  draw() {
    const kept = new Set(this.#journal.entries);
    for (const [entry, { row }] of this.#rows) {
      if (kept.has(entry)) continue;
      row.remove();
      this.#rows.delete(entry);
    }
    for (const entry of [...kept].reverse()) this.#show(entry);
  }

  /** @param {Entry} entry */
  #show(entry) {
    const shown = this.#rows.get(entry) ?? this.#add(entry);
    if (entry.answered !== undefined) setText(shown.answered, `${entry.answered.toFixed(1)} ms`);
  }

  /** @param {Entry} entry */
  #add(entry) {
    const row = element("li", "");
    const answered = element("span", "", { className: "hjx-debug-time" });
    const summary = element("summary", "");
    const sub = entry.sub === undefined ? "" : `#${entry.sub}`;
    const words = [entry.direction, entry.type, sub, `${entry.bytes} B`];
    summary.append(...words.flatMap((word) => [element("span", word), " "]), answered);
    const details = element("details", "");
    details.append(summary);
    details.addEventListener("toggle", () => details.children.length > 1 || details.append(jsonOf(entry)), { once: true });
    row.dataset.direction = entry.direction;
    row.append(details);
    this.root.prepend(row);
    const shown = { row, answered };
    this.#rows.set(entry, shown);
    return shown;
  }
}

/** @param {Entry} entry */
function jsonOf({ text }) {
  const indented = text ? JSON.stringify(JSON.parse(text), null, 2) : "A binary message.";
  const shown = indented.length > LONGEST ? indented.slice(0, LONGEST) + "\n…" : indented;
  return element("pre", shown);
}
