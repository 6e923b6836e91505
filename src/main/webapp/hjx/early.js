// @ts-check
/** What a visitor does before the rest is there. A page loads this first, and draws nothing before. */

/** Elements whose own reaction to a click has already happened, and would happen again. */
const REACTED =
  "label, a[href], summary, textarea, select, input:not([type=submit], [type=button], [type=reset], [type=image])";

/** How many actions are kept at most. */
const MOST = 256;

/** @typedef {{host: Element, target: EventTarget, type: string, act: () => void}} Action */

/**
 * What a visitor does with a component before its module is there: what is typed and chosen, clicks and submissions are
 * kept, and done again afterwards, in order. An input so changed has the mark `$touched`: what it holds is the visitor's.
 */
export class Early {
  /** @type {WeakSet<Element>} */
  #ready = new WeakSet();
  /** @type {Action[]} */
  #actions = [];

  /** @param {Document} document */
  constructor(document) {
    document.addEventListener("click", (event) => this.#click(event), true);
    document.addEventListener("submit", (event) => this.#submit(event), true);
    for (const type of ["input", "change"]) document.addEventListener(type, (event) => this.#fill(event), true);
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
    const adopted = adopt();
    this.#ready.add(host);
    this.#actions.filter((action) => action.host === host).forEach((action) => action.act());
    this.#actions = this.#actions.filter((action) => action.host !== host);
    return adopted;
  }

  /** Where the event is for a component; without its state, what stands in its place is the page's own. @param {Event} event */
  #hostOf(event) {
    const host = event.target instanceof Element ? event.target.closest("hjx-component") : null;
    const written = host?.lastElementChild instanceof HTMLScriptElement;
    return written && !this.#ready.has(host) ? host : null;
  }

  /** @param {Element} host @param {any} target @param {string} type @param {() => void} again */
  #keep(host, target, type, again) {
    if (this.#actions.length < MOST) {
      this.#actions.push({ host, target, type, act: () => target.isConnected && again() });
    }
  }

  /** The last change of an input counts, in its place among the others. @param {Event} event */
  #fill(event) {
    const host = this.#hostOf(event);
    const { type } = event;
    /** @type {any} */ const target = event.target;
    if (!host) return;
    target.$touched = true;
    this.#actions = this.#actions.filter((action) => action.target !== target || action.type !== type);
    this.#keep(host, target, type, () => target.dispatchEvent(new Event(type, { bubbles: true })));
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const host = this.#hostOf(event);
    /** @type {any} */ const { target } = event;
    if (host && !target.closest(REACTED)) {
      // Icons have no method `click`
      this.#keep(host, target, "click", () =>
        target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true })),
      );
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
      this.#keep(host, form, "submit", () => form.requestSubmit());
    }
  }
}

/** The page's one, also where this module is there a second time, as part of a bundle. @type {Early} */
export const early = (/** @type {any} */ (document).$early ??= new Early(document));
