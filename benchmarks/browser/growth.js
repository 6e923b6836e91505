/** Measures how long a component of many parts takes to be built, and to be changed in all of them. */
import { mount } from "./hjx/dom.js";

const host = /** @type {HTMLElement} */ (document.querySelector("main"));
const send = async () => {};

/** @param {() => void} work @returns {number} milliseconds, with style and layout */
function timed(work) {
  const begin = performance.now();
  work();
  host.getBoundingClientRect();
  return performance.now() - begin;
}

/**
 * @param {string} name the component
 * @param {number} times
 * @param {() => void} rest called before what is measured
 * @returns {Promise<{built: number[], changed: number[]}>}
 */
export async function measure(name, times, rest) {
  const { default: component } = await import(`./c/${name}.js`);
  /** @type {{built: number[], changed: number[]}} */
  const results = { built: [], changed: [] };
  for (let i = 0; i < times; i++) {
    /** @type {any} */ let mounted;
    rest();
    results.built.push(timed(() => (mounted = mount(component, host, { state: { n: 0 }, send }))));
    rest();
    results.changed.push(timed(() => mounted.update({ n: 1 })));
    mounted.destroy();
  }
  return results;
}
