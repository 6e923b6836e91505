// @ts-check

const FIELDS = "input, textarea, select";
/** Elements whose own reaction to a click has already happened, and would happen again. */
const REACTED = "label, a[href], textarea, select, input:not([type=submit], [type=button], [type=reset], [type=image])";

/**
 * What a visitor does with a component before its module is there: clicks are kept and done afterwards, and what was
 * typed is told.
 */
export class Early {
  /** @type {WeakSet<Element>} */
  #ready = new WeakSet();
  /** @type {{host: Element, act: () => void}[]} */
  #actions = [];

  /** @param {Document} document */
  constructor(document) {
    document.addEventListener("click", (event) => this.#click(event), true);
    document.addEventListener("submit", (event) => this.#submit(event), true);
  }

  /**
   * Lets a component take over.
   *
   * @template T
   * @param {Element} host
   * @param {() => T} adopt
   * @returns {T} what `adopt` returns
   */
  handOver(host, adopt) {
    const typed = [...host.querySelectorAll(FIELDS)].map(read).filter((entry) => entry !== undefined);
    const adopted = adopt();
    this.#ready.add(host);
    typed.forEach((restore) => restore());
    this.#actions.filter((action) => action.host === host).forEach((action) => action.act());
    this.#actions = this.#actions.filter((action) => action.host !== host);
    return adopted;
  }

  /** @param {Event} event */
  #hostOf(event) {
    const host = event.target instanceof Element ? event.target.closest("hjx-component") : null;
    return host && !this.#ready.has(host) ? host : null;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const host = this.#hostOf(event);
    const target = event.target;
    if (host && target instanceof HTMLElement && !target.closest(REACTED)) {
      this.#actions.push({ host, act: () => target.isConnected && target.click() });
    }
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    const host = this.#hostOf(event);
    const form = event.target;
    if (!host) return;
    event.preventDefault();
    // With a submitter there was a click, which will submit the form when it is done again.
    if (!event.submitter && form instanceof HTMLFormElement) {
      this.#actions.push({ host, act: () => form.isConnected && form.requestSubmit() });
    }
  }
}

/** How to put back what a field holds, or nothing where it holds what the server wrote. @param {Element} field */
function read(field) {
  if (field instanceof HTMLSelectElement) return readSelect(field);
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    const { checked, defaultChecked } = field;
    return checked === defaultChecked ? undefined : () => tell(field, () => (field.checked = checked));
  }
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { value, defaultValue } = field;
    return value === defaultValue ? undefined : () => tell(field, () => field.value === value || (field.value = value));
  }
  return undefined;
}

/** @param {HTMLSelectElement} select */
function readSelect(select) {
  const options = [...select.options];
  const written = options.some((option) => option.defaultSelected);
  if (!written || options.every((option) => option.selected === option.defaultSelected)) return undefined;
  const chosen = options.filter((option) => option.selected);
  return () => tell(select, () => options.forEach((option) => (option.selected = chosen.includes(option))));
}

/** @param {Element} field @param {() => void} restore */
function tell(field, restore) {
  restore();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
