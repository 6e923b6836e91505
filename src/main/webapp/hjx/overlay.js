// @ts-check
/** What is wrong with components' files, over the page, until they are mended. Loaded when something is. */

/** @typedef {{path: string}} Diagnostic @typedef {{text: string, diagnostics: Diagnostic[]}} Faults */

/** By component. @type {Map<string, Faults>} */
const faults = new Map();
const panel = element("section", "hjx-faults");
panel.setAttribute("aria-live", "assertive");
panel.setAttribute("aria-label", "Problems in component files");
panel.addEventListener("focusin", (event) => {
  if (!panel.contains(/** @type {any} */ (event.relatedTarget))) before = event.relatedTarget;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.isComposing) hide();
});
/** Where the focus was before it came here. @type {any} */
let before;
/** @type {Promise<void> | undefined} */
let styled;

/**
 * Shows what is wrong with a component's file; nothing where it is in order again.
 *
 * @param {string} component @param {Faults} found
 */
export async function show(component, found) {
  if (found.diagnostics.length > 0) faults.set(component, found);
  else faults.delete(component);
  await (styled ??= style());
  if (faults.size === 0) return hide();
  // First the region, then what it says: only so is it read out
  document.body.append(panel);
  panel.replaceChildren(...content([...faults.values()]));
}

function hide() {
  const within = panel.contains(document.activeElement);
  panel.remove();
  if (within) before?.focus?.({ preventScroll: true });
}

/** @param {Faults[]} all */
function content(all) {
  const paths = new Set(all.flatMap(({ diagnostics }) => diagnostics.map(({ path }) => path)));
  const verb = paths.size === 1 ? "does" : "do";
  const code = element("pre", "", [...new Set(all.map(({ text }) => text))].join("\n"));
  // Long lines are scrolled, by the keyboard too
  code.tabIndex = 0;
  const button = element("button", "", "Hide");
  button.setAttribute("type", "button");
  button.addEventListener("click", hide);
  return [
    element("h2", "", `${[...paths].join(", ")} ${verb} not compile`),
    button,
    element("p", "", "The page shows the last good version. This goes away when the file is mended, or with Escape."),
    code,
  ];
}

/** Settled when the style is there, or will not come. @returns {Promise<void>} */
function style() {
  const link = document.createElement("link");
  Object.assign(link, { rel: "stylesheet", href: new URL("overlay.css", import.meta.url).href });
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = () => done()));
}

/** @param {string} tag @param {string} name @param {string} [text] */
function element(tag, name, text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}
