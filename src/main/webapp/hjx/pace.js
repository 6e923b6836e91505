// @ts-check
/** How often what happens is told. Loaded where a layout says so. */

/** @typedef {(detail: any) => void} Fire */

/** Waits until nothing has come for a while; the last one counts. @param {number} wait milliseconds */
export const debounce = (wait) => (/** @type {Fire} */ fire) => {
  let timer = 0;
  return (/** @type {any} */ detail) => {
    clearTimeout(timer);
    timer = window.setTimeout(fire, wait, detail);
  };
};

/** The first at once, then at most one in each span of time; the last one counts. @param {number} wait milliseconds */
export const throttle = (wait) => (/** @type {Fire} */ fire) => {
  let resting = false;
  /** @type {any} */ let latest;
  const rest = () => {
    resting = latest !== undefined;
    if (!resting) return;
    fire(latest);
    latest = undefined;
    window.setTimeout(rest, wait);
  };
  return (/** @type {any} */ detail) => {
    latest = detail;
    if (!resting) rest();
  };
};
