// @ts-check
import { element, setText } from "./sheet.js";

/** @typedef {import("./subscription.js").Subscription} Subscription */

/** How far the subscriptions of a page are, and what the server has said of their names. */
export class SubscriptionList {
  root = element("div", "");
  #subscriptions;
  /** @type {Map<Subscription, {details: HTMLDetailsElement, summary: Element, state: Element, local: Element}>} */
  #rows = new Map();

  /** @param {Map<number, Subscription>} subscriptions those of now, at any time */
  constructor(subscriptions) {
    this.#subscriptions = subscriptions;
  }

  /** Shows what has changed. What is open stays open. */
  draw() {
    const kept = new Set(this.#subscriptions.values());
    for (const [subscription, { details }] of this.#rows) {
      if (kept.has(subscription)) continue;
      details.remove();
      this.#rows.delete(subscription);
    }
    for (const subscription of kept) this.#show(subscription);
  }

  /** @param {Subscription} subscription */
  #show(subscription) {
    const { details, summary, state, local } = this.#rows.get(subscription) ?? this.#add(subscription);
    const { component, key, epoch, version, ...shown } = subscription.shown;
    const place = epoch === undefined ? "no state yet" : `version ${version}, epoch ${epoch}`;
    setText(summary, `#${subscription.sub} ${component}${key ? ` “${key}”` : ""}: ${place}`);
    if (!details.open) return;
    setText(state, json(shown.state));
    setText(local, json(shown.local));
  }

  /** @param {Subscription} subscription */
  #add(subscription) {
    const [state, local] = [element("pre", ""), element("pre", "")];
    const [details, summary] = [element("details", ""), element("summary", "")];
    details.append(summary, element("h4", "State"), state, element("h4", "Names of this client"), local);
    details.addEventListener("toggle", () => this.draw());
    this.root.append(details);
    const row = { details, summary, state, local };
    this.#rows.set(subscription, row);
    return row;
  }
}

/** @param {unknown} value */
const json = (value) => JSON.stringify(value, null, 2) ?? "none";
