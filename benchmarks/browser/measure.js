/** Measures what a click costs: the handler, and style, layout and paint of the frame that shows its effect. */

/** @param {string} link @param {number[]} rows @returns {string[]} */
const inRows = (link, ...rows) => rows.map((row) => `tr:nth-child(${row}) .${link}`);

/** The usual operations: what is clicked to prepare and to warm up, and what is measured. @type {[string, string[], string][]} */
const OPERATIONS = [
  ["create", [], "#create"],
  ["replace all", ["#create"], "#create"],
  ["update every 10th", ["#create", "#update", "#update", "#update"], "#update"],
  ["select", ["#create", ...inRows("select", 3, 4, 5, 6, 7)], "tr:nth-child(2) .select"],
  ["swap", ["#create", "#swap", "#swap", "#swap", "#swap"], "#swap"],
  ["remove one", ["#create", ...inRows("remove", 9, 8, 7, 6)], "tr:nth-child(5) .remove"],
  ["append", ["#create"], "#append"],
  ["clear", ["#create"], "#clear"],
  ["create ten times as many", [], "#many"],
];

const channel = new MessageChannel();

/**
 * Clicks within a frame; the message behind it is delivered when that frame is painted.
 *
 * @param {string} selector @returns {Promise<number>} milliseconds
 */
function click(selector) {
  const element = /** @type {HTMLElement} */ (document.querySelector(selector));
  return new Promise((done) => {
    requestAnimationFrame(() => {
      const begin = performance.now();
      channel.port1.onmessage = () => done(performance.now() - begin);
      element.click();
      channel.port2.postMessage(0);
    });
  });
}

/** What the table shows, in short. */
function shown() {
  const rows = [...document.querySelectorAll("tr")];
  const some = [0, 1, 4, rows.length - 2, rows.length - 1].map((i) => rows[i]?.textContent?.trim());
  return [rows.length, document.querySelectorAll(".danger").length, ...some].join("|");
}

/**
 * Each operation once, in a page that is warm.
 *
 * @param {() => void} rest called before each
 * @returns {Promise<{name: string, shown: string, time: number}[]>}
 */
export async function measure(rest) {
  const results = [];
  for (const selector of ["#create", "#create", "#clear", "#create"]) await click(selector);
  for (const [name, before, selector] of OPERATIONS) {
    rest();
    for (const first of ["#clear", ...before]) await click(first);
    const time = await click(selector);
    results.push({ name, shown: shown(), time });
  }
  return results;
}
