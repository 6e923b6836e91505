// @ts-check
/** Shows a component with its state in the page alone. */
import { mount } from "../mount.js";
import { uuid } from "./everything.js";
import { LocalStore } from "./store.js";
import { Notices } from "../notices.js";

/**
 * Takes over the page's `hjx-component`, whose HTML shows the component's first state, or stays empty.
 *
 * Events that handlers send arrive there as DOM events `hjx:NAME` that bubble, with the data as their `detail`.
 *
 * @param {import("../components.js").Component} component
 * @param {import("./program.js").Program} program
 * @param {string[]} personal see `LocalStore`
 */
export function start(component, program, personal) {
  const host = /** @type {Element} */ (document.querySelector("hjx-component"));
  try {
    showIn(host, component, program, personal);
  } catch (error) {
    console.error(...[error.at, error].filter(Boolean));
    host.textContent = `${component.name} cannot be shown.`;
  }
}

/** @param {Element} host @param {import("../components.js").Component} component
 * @param {import("./program.js").Program} program @param {string[]} personal */
function showIn(host, component, program, personal) {
  const notices = new Notices();
  const store = new LocalStore(program, personal, uuid(), {
    onChange: (changes, gone, version) => {
      if (gone) mounted.reset(store.values(), store.values(), version);
      else mounted.update(changes, changes, version);
    },
    onEvent: (event, detail) => host.dispatchEvent(new CustomEvent("hjx:" + event, { detail, bubbles: true })),
  });
  const values = store.values();
  const send = (/** @type {import("../subscription.js").Action} */ action) =>
    store.send(action).catch((error) => {
      console.error(`${error.code}: ${error.message}`, error.at ?? "", error.cause ?? "");
      notices.error(error.code === "stale-item" ? "That has changed in the meantime." : "That could not be done.");
      throw error;
    });
  const { version } = store;
  const mounted = mount(component, host, { state: values, local: values, version, adopt: host.hasChildNodes(), send });
}
