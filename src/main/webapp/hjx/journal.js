// @ts-check

/** How many messages are kept, and of how many characters together. */
export const MOST_ENTRIES = 200;
export const MOST_CHARACTERS = 2_000_000;
/** How many round trips are kept of a kind. */
const MOST_TRIPS = 50;
/** More than may be unanswered. */
const MOST_OPEN = 64;

/**
 * A message that went by.
 *
 * @typedef {object} Entry
 * @property {number} number in order, from 1
 * @property {"in" | "out"} direction
 * @property {string} type
 * @property {number} [sub]
 * @property {number} bytes of the frame
 * @property {string} text
 * @property {number} at milliseconds on the page's clock
 * @property {number} [answered] how many milliseconds later
 */

/** The last messages of a connection, and how long answers took. */
export class Journal {
  /** Newest first. @type {Entry[]} */
  entries = [];
  /** From an event, or a bound value, to its acknowledgement: the last ones. @type {number[]} */
  answers = [];
  /** From a ping to its pong: the last ones. @type {number[]} */
  pings = [];
  /** How often the server took the connection. */
  welcomes = 0;
  #clock;
  #last = 0;
  #characters = 0;
  /** What has no answer yet, by id; a ping by its name. @type {Map<number | string, Entry>} */
  #open = new Map();

  /** @param {{now: () => number}} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /**
   * @param {"in" | "out"} direction
   * @param {any} data a text; of anything else the size alone is kept
   * @param {import("./live.js").Codec} [codec] that reads anything else, to be shown as its JSON
   */
  add(direction, data, codec) {
    const raw = typeof data === "string" ? data : codec ? JSON.stringify(codec.parse(data)) : "";
    const message = raw ? JSON.parse(raw) : { type: "binary" };
    // Whoever knows it is this client: it is not to be read off a screen
    const text = message.token ? JSON.stringify({ ...message, token: "…" }) : raw;
    const bytes = data === raw ? new TextEncoder().encode(raw).length : (data.byteLength ?? data.size ?? 0);
    const { type, sub } = message;
    /** @type {Entry} */
    const entry = { number: ++this.#last, direction, type, sub, bytes, text, at: this.#clock.now() };
    this.#keep(entry);
    if (direction === "out") this.#ask(entry, message);
    else this.#answer(entry, message);
  }

  /** Forgets the messages. */
  clear() {
    this.entries = [];
    this.#characters = 0;
  }

  /** The newest one is kept whatever its size. @param {Entry} entry */
  #keep(entry) {
    this.entries.unshift(entry);
    this.#characters += entry.text.length;
    while (this.entries.length > MOST_ENTRIES || (this.#characters > MOST_CHARACTERS && this.entries.length > 1)) {
      this.#characters -= this.entries.pop()?.text.length ?? 0;
    }
  }

  /** What is sent again waits since it was sent first. @param {Entry} entry @param {any} message */
  #ask(entry, { type, id }) {
    if (type === "ping") this.#open.set(type, entry);
    else if (id !== undefined && !this.#open.has(id)) this.#open.set(id, entry);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN) this.#open.delete(oldest);
  }

  /** @param {Entry} entry @param {any} message */
  #answer({ at }, { type, id, acks = [] }) {
    if (type === "welcome") this.welcomes++;
    if (type === "pong") this.#note("ping", at, this.pings);
    for (const done of id === undefined ? acks : [...acks, id]) this.#note(done, at, this.answers);
  }

  /** @param {number | string} asked @param {number} at @param {number[]} trips */
  #note(asked, at, trips) {
    const entry = this.#open.get(asked);
    if (!entry) return;
    this.#open.delete(asked);
    trips.push((entry.answered = at - entry.at));
    if (trips.length > MOST_TRIPS) trips.shift();
  }
}
