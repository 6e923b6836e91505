// @ts-check

const BASE = 250;
/** So that everybody is back within five seconds of a server that answers again. */
const CAP = 4_000;

/**
 * How long to wait before trying again: at random between nothing and a bound that doubles with every failure, so that
 * the clients of a server that comes back do not all come at once.
 */
export class Backoff {
  #failures = 0;
  #random;

  /** @param {() => number} random numbers from 0 to below 1 */
  constructor(random) {
    this.#random = random;
  }

  /** Counts a failure and says how many milliseconds to wait, at least `least` of them. */
  next(least = 0) {
    const bound = Math.min(CAP, BASE * 2 ** this.#failures);
    this.#failures++;
    return least + this.#random() * bound;
  }

  /** The failures in a row. */
  get failures() {
    return this.#failures;
  }

  /** Forgets the failures. */
  reset() {
    this.#failures = 0;
  }
}
