// @ts-check

/** Elements whose own reaction to a click has already happened, and would happen again. */
const REACTED = "label, a[href], textarea, select, input:not([type=submit], [type=button], [type=reset], [type=image])";

/**
 * What a visitor does with a component before its module is there: clicks and submissions are kept, and done again
 * afterwards. What was typed is still in its input, and told by the one that adopts it.
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
