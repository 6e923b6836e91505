// @ts-check
import { MOST } from "./latency.js";
import { MessageList } from "./messagelist.js";
import { button, element, setText } from "./sheet.js";
import { SubscriptionList } from "./subscriptionlist.js";

/** The debugger's panel: the connection, the latency, the subscriptions and the messages of a page. */
export class Panel {
  #live;
  #journal;
  #latency;
  #subscriptions;
  #messages;
  /** Whether the page was connected when the debugger came. */
  #late;
  #facts = element("dl", "");
  #root = element("section", "", { className: "hjx-debug hjx-debug-panel" });
  #close = button("Close", () => this.close());
  #fields = /** @type {const} */ (["ms", "jitter"]).map((name) => {
    const input = element("input", "", { type: "number", min: "0", max: String(MOST), required: true });
    return { name, input, shown: NaN };
  });
  #frame = 0;
  /** Where the focus was before. @type {any} */
  #before;

  /**
   * @param {import("./live.js").LiveConnection} live
   * @param {import("./journal.js").Journal} journal
   * @param {import("./latency.js").Latency} latency
   * @param {(ms: number, jitter: number) => Promise<void>} setLatency
   */
  constructor(live, journal, latency, setLatency) {
    this.#live = live;
    this.#journal = journal;
    this.#latency = latency;
    this.#late = live.status.name === "open";
    this.#subscriptions = new SubscriptionList(live.subscriptions);
    this.#messages = new MessageList(journal);
    this.#root.setAttribute("role", "region");
    this.#root.setAttribute("aria-label", "HJX debugger");
    this.#root.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.close();
    });
    this.#root.append(this.#header(), this.#facts, this.#form(setLatency));
    this.#root.append(element("h3", "Subscriptions"), this.#subscriptions.root);
    this.#root.append(this.#messagesHeader(), this.#messages.root);
  }

  /** Shows it, and goes there. */
  open() {
    if (!this.#root.isConnected) {
      this.#before = document.activeElement;
      document.body.append(this.#root);
    }
    this.#draw();
    this.#close.focus({ preventScroll: true });
  }

  /** Takes it away, and goes back to where the focus was. */
  close() {
    const within = this.#root.contains(document.activeElement);
    this.#root.remove();
    if (within) this.#before?.focus?.({ preventScroll: true });
  }

  /** Something has changed: shown with the next frame. */
  refresh() {
    if (!this.#root.isConnected || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #header() {
    const header = element("header", "");
    header.append(element("h2", "HJX debugger"), this.#close);
    return header;
  }

  #messagesHeader() {
    const header = element("header", "");
    const clear = button("Clear", () => {
      this.#journal.clear();
      this.refresh();
    });
    clear.setAttribute("aria-label", "Clear messages");
    header.append(element("h3", "Messages"), clear);
    return header;
  }

  /** @param {(ms: number, jitter: number) => Promise<void>} setLatency */
  #form(setLatency) {
    const [ms, jitter] = this.#fields.map(({ input }) => input);
    const problem = element("p", "", { role: "alert" });
    const form = element("form", "", {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        problem.textContent = "";
        setLatency(ms.valueAsNumber, jitter.valueAsNumber).catch((error) => (problem.textContent = error.message));
      },
    });
    form.append(labelled("Latency each way, ms", ms), labelled("Jitter, ms", jitter));
    form.append(element("button", "Set", { type: "submit" }), problem);
    return form;
  }

  #draw() {
    const { status, socket } = this.#live;
    const { welcomes, answers, pings } = this.#journal;
    this.#state([
      ["Connection", status.reason ? `${status.name}: ${status.reason}` : status.name],
      ["Address", socket?.url ?? "none"],
      ["Reconnects", String(Math.max(0, welcomes - (this.#late ? 0 : 1)))],
      ["Event to answer", timing(answers)],
      ["Ping to pong", timing(pings)],
    ]);
    this.#drawLatency();
    this.#subscriptions.draw();
    this.#messages.draw();
  }

  /** Half-typed numbers stay, unless others are in force. */
  #drawLatency() {
    for (const field of this.#fields) {
      const value = this.#latency[field.name];
      if (value !== field.shown) field.input.valueAsNumber = field.shown = value;
    }
  }

  /** @param {[string, string][]} facts always the same ones */
  #state(facts) {
    if (!this.#facts.firstChild) this.#facts.append(...facts.flatMap(([name]) => [element("dt", name), element("dd", "")]));
    facts.forEach(([, value], index) => setText(this.#facts.children[2 * index + 1], value));
  }
}

/** @param {string} words @param {HTMLElement} input */
function labelled(words, input) {
  const label = element("label", words);
  label.append(input);
  return label;
}

/** @param {number[]} trips milliseconds, the latest last */
function timing(trips) {
  if (trips.length === 0) return "none yet";
  const sorted = [...trips].sort((one, other) => one - other);
  const ms = (/** @type {any} */ value) => `${value.toFixed(1)} ms`;
  const middle = sorted[Math.floor(sorted.length / 2)];
  return `${ms(trips.at(-1))} (median ${ms(middle)}, most ${ms(sorted.at(-1))} of ${trips.length})`;
}
