// @ts-check
/** Loads a page without a server again when it was compiled anew, while developing. */
import { show } from "../overlay.js";

const EVERY = 500;

/** @type {number | undefined} */
let version;
let faulty = false;

/** A server that does not answer is being started again, or is gone: the page stays as it is. */
async function look() {
  try {
    const { version: now, faults } = await (await fetch("/hjx-dev/state.json")).json();
    if (version !== undefined && version !== now) location.reload();
    version = now;
    if (faulty || faults.diagnostics.length > 0) await show("", faults);
    faulty = faults.diagnostics.length > 0;
  } catch {
    // Asked again in a moment
  }
  setTimeout(look, EVERY);
}

look();
