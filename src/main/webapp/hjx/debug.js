// @ts-check
/** What `hjx.debug` does: a panel that shows the connection, and a slow network. Loaded when it is asked for. */
import { Badge } from "./badge.js";
import { Journal } from "./journal.js";
import { Latency } from "./latency.js";
import { Panel } from "./panel.js";
import { addStyle } from "./sheet.js";
import { Tap } from "./tap.js";

/** @typedef {import("./live.js").LiveConnection} LiveConnection */

const journal = new Journal(performance);
const latency = new Latency();
/** @type {Panel | undefined} */
let panel;
/** @type {Badge | undefined} */
let badge;

/** Shows the panel. @param {LiveConnection} live */
export async function open(live) {
  const shown = begin(live);
  await addStyle();
  shown.open();
}

/**
 * Holds each message back from now on, as long as the tab lives; `latency(0)` ends that.
 *
 * @param {LiveConnection} live
 * @param {number} ms that a message takes at least, each way
 * @param {number} [jitter] that it may take longer, by chance
 */
async function setLatency(live, ms, jitter = 0) {
  latency.set(ms, jitter);
  begin(live).refresh();
  keep();
  await addStyle();
  badge?.show();
}
export { setLatency as latency };

/** Goes on as the tab did before the page was loaded. @param {LiveConnection} live */
export async function resume(live) {
  const [ms, jitter] = JSON.parse(sessionStorage.hjxLatency);
  await setLatency(live, ms, jitter);
}

function keep() {
  try {
    if (latency.on) sessionStorage.hjxLatency = JSON.stringify([latency.ms, latency.jitter]);
    else sessionStorage.removeItem("hjxLatency");
  } catch {
    // Storage is blocked: it holds until the page is left
  }
}

/** From now on everything that goes by is seen. @param {LiveConnection} live */
function begin(live) {
  if (panel) return panel;
  const set = (/** @type {number} */ ms, /** @type {number} */ jitter) => setLatency(live, ms, jitter);
  const made = new Panel(live, journal, latency, set);
  const tap = new Tap(live, latency, (direction, data) => {
    journal.add(direction, data, live.socket?.codec);
    made.refresh();
  });
  const look = () => {
    tap.attach();
    made.refresh();
  };
  badge = new Badge(latency, () => set(0, 0));
  look();
  // Told before anything goes over a new socket
  new MutationObserver(look).observe(document.documentElement, { attributeFilter: ["data-hjx-connection"] });
  return (panel = made);
}
