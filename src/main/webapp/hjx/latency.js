// @ts-check
/** A slow network, simulated: each message is held back for a while, in order. */

/** The most milliseconds, jitter included: a welcome takes two messages, and has 10 s. */
export const MOST = 4_000;

/** How long each message takes, each way. */
export class Latency {
  ms = 0;
  jitter = 0;

  /** True while messages are held back. */
  get on() {
    return this.ms + this.jitter > 0;
  }

  /**
   * @param {number} ms each message takes at least
   * @param {number} jitter it may take longer, by chance
   */
  set(ms, jitter) {
    if (!(ms >= 0 && jitter >= 0 && ms + jitter <= MOST)) {
      throw new RangeError(`Give milliseconds from 0 to ${MOST}, jitter included, as in hjx.debug.latency(200, 50).`);
    }
    this.ms = ms;
    this.jitter = jitter;
  }
}

/**
 * What a lane needs of its surroundings.
 *
 * @typedef {Pick<import("./live.js").Environment, "setTimeout" | "performance" | "Math">} Surroundings
 */

/** One direction of a connection. What enters first leaves first, whatever the jitter. */
export class Lane {
  #latency;
  #environment;
  /** @type {(() => void)[]} */
  #held = [];
  /** When the last one that was held leaves. */
  #due = 0;

  /** @param {Latency} latency @param {Surroundings} environment */
  constructor(latency, environment) {
    this.#latency = latency;
    this.#environment = environment;
  }

  /** @param {() => void} leave run when the time has come, at once where nothing is held back */
  enter(leave) {
    const { performance, Math: chance, setTimeout } = this.#environment;
    const now = performance.now();
    this.#due = Math.max(this.#due, now + this.#latency.ms + this.#latency.jitter * chance.random());
    if (this.#due <= now && this.#held.length === 0) return leave();
    this.#held.push(leave);
    // Timers are rounded, and may change places: each lets the first one go
    setTimeout(() => this.#held.shift()?.(), this.#due - now);
  }
}
