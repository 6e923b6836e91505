// @ts-check
/** In which order a component's values and events are sent. */

/** Sends the events of a component behind every value that was typed into its bound inputs before. */
export class Order {
  /** @param {import("./mount.js").App} app */
  constructor(app) {
    this.app = app;
    /** The bound inputs that wait to send. @type {Set<any>} */ this.held = new Set();
    /** The events that wait for some of them. @type {{inputs: Set<any>, go: () => void}[]} */ this.waiting = [];
  }

  /** Sends an event once that is so. @param {any} message @returns {Promise<any>} */
  async send(message) {
    const focused = this.focused();
    const action = focused?.begin();
    const inputs = new Set(this.held);
    inputs.delete(focused);
    if (inputs.size > 0) await new Promise((go) => this.waiting.push({ inputs, go: () => go(undefined) }));
    if (action && !action.gone) await action.mayGo;
    try {
      await this.app.send(message);
    } finally {
      if (action) focused?.end(action);
    }
  }

  /** The input that is typed into, where it is one of this component's. */
  focused() {
    const bound = /** @type {any} */ (document.activeElement)?.$bound;
    return bound?.app === this.app ? bound : undefined;
  }

  /** Lets events go that waited for this input's value alone. @param {any} input */
  flush(input) {
    this.held.delete(input);
    for (const one of this.waiting) one.inputs.delete(input);
    const free = this.waiting.filter((one) => one.inputs.size === 0);
    this.waiting = this.waiting.filter((one) => one.inputs.size > 0);
    for (const one of free) one.go();
  }
}
