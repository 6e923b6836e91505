// @ts-check
import { button, element } from "./sheet.js";

/** Says, as long as that is so, that the network is slow on purpose. */
export class Badge {
  #latency;
  #words = element("span", "", { role: "status" });
  #root = element("div", "", { className: "hjx-debug hjx-debug-badge" });

  /** @param {import("./latency.js").Latency} latency @param {() => void} end */
  constructor(latency, end) {
    this.#latency = latency;
    this.#root.append(this.#words, button("Turn off", end));
  }

  /** Shows how it is now. */
  show() {
    const { on, ms, jitter } = this.#latency;
    if (!on) return this.#root.remove();
    // First the region, then what it says: only so is it read out
    if (!this.#root.isConnected) document.body.append(this.#root);
    this.#words.textContent = `Latency is simulated: ${ms}${jitter ? ` to ${ms + jitter}` : ""} ms each way`;
  }
}
