// @ts-check

/** How long the connection may be away before that is worth a word. */
const MOMENT = 1_000;
const SHORT = 2_000;
const LONG = 8_000;
/** The most messages that are shown at once. */
const MOST = 3;

/** The small notices at a page's lower edge, read out politely: the state of the connection, and what went wrong. */
export class Notices {
  #root = element("div", "hjx-notices");
  #connection = element("div", "");
  #errors = element("div", "");
  #shown = false;
  /** @type {any} */
  #timer;

  constructor() {
    for (const region of [this.#connection, this.#errors]) region.setAttribute("role", "status");
    this.#root.append(this.#errors, this.#connection);
    document.body.append(this.#root);
  }

  /** Shows how the connection is, once that has lasted. @param {import("./live.js").Status} status */
  connection(status) {
    clearTimeout(this.#timer);
    if (status.name === "open") {
      if (this.#shown) this.#say("Connected again.");
      this.#timer = setTimeout(() => this.#hush(), SHORT);
    } else if (status.name === "ended") {
      this.#say(status.reason ?? "The connection has ended.", button("Reload", () => location.reload()));
    } else {
      this.#timer = setTimeout(() => this.#say(status.reason || waiting()), this.#shown ? 0 : MOMENT);
    }
  }

  /** Shows a message for a while. @param {string} text */
  error(text) {
    const notice = noticeOf(text, "error");
    notice.append(button("Dismiss", () => notice.remove()));
    this.#errors.append(notice);
    while (this.#errors.children.length > MOST) this.#errors.firstElementChild?.remove();
    setTimeout(() => notice.remove(), LONG);
  }

  /** @param {string} text @param {Element[]} more */
  #say(text, ...more) {
    this.#shown = true;
    if (this.#connection.dataset.text === text) return;
    this.#connection.dataset.text = text;
    const notice = noticeOf(text, "connection");
    notice.append(...more);
    this.#connection.replaceChildren(notice);
  }

  #hush() {
    this.#shown = false;
    delete this.#connection.dataset.text;
    this.#connection.replaceChildren();
  }
}

function waiting() {
  return navigator.onLine ? "Connection lost. Trying again…" : "You are offline. What you do is sent when you are back.";
}

/** @param {string} text @param {string} kind */
function noticeOf(text, kind) {
  const notice = element("div", "hjx-notice");
  notice.dataset.kind = kind;
  const words = element("span", "");
  words.textContent = text;
  notice.append(words);
  return notice;
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.onclick = act;
  return made;
}

/** @param {string} tag @param {string} name */
function element(tag, name) {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}
