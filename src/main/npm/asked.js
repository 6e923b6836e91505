// @ts-check
import { bytesOf, failureFrame, replyFrame } from "./frames.js";
import { MessageError } from "./messageerror.js";

/** The most messages of the server that handlers are at. */
const UNDER_WAY = 256;
/** The most answers that are remembered, and their characters. */
const REMEMBERED = 1_000;
const REMEMBERED_TEXT = 1 << 18;

/**
 * What the server asks of the application: each of its ids is executed once, and answered again where it comes again.
 * Answers are bounded in number and in size; the oldest is forgotten.
 */
export class Asked {
  #maxFrame;
  #app;
  #write;
  #underWay = 0;
  /** By id as JSON; undefined while it is being made. @type {Map<string, string | undefined>} */
  #answers = new Map();
  #answered = 0;
  #size = 0;

  /**
   * @param {number} maxFrame
   * @param {import("./session.js").Application} app
   * @param {(frame: string) => boolean} write
   */
  constructor(maxFrame, app, write) {
    this.#maxFrame = maxFrame;
    this.#app = app;
    this.#write = write;
  }

  /** Takes a message of the server. @param {{type: string, id?: unknown, payload?: unknown}} message */
  take({ type, id, payload }) {
    const key = JSON.stringify(id ?? undefined);
    if (key !== undefined && this.#answers.has(key)) {
      const before = this.#answers.get(key);
      if (before !== undefined) this.#write(before);
    } else if (!this.#app.takes(type)) {
      if (key !== undefined) this.#write(failureFrame(id, "unknown-type", "Nobody takes messages of this type."));
    } else if (this.#underWay >= UNDER_WAY) {
      this.#write(failureFrame(id, "busy", "Wait for answers before you send more."));
    } else {
      this.#handle(type, id, key, payload);
    }
  }

  /** Another server, other ids. */
  forget() {
    this.#answers.clear();
    this.#answered = this.#size = 0;
  }

  /** @param {string} type @param {unknown} id @param {string | undefined} key @param {unknown} payload */
  #handle(type, id, key, payload) {
    this.#underWay++;
    if (key !== undefined) this.#answers.set(key, undefined);
    const reply = new Promise((resolve) => resolve(this.#app.handle(type, payload)));
    reply
      .then((value) => replyFrame(id, value))
      .catch((failure) => this.#failure(id, failure))
      .then((frame) => {
        this.#underWay--;
        if (key !== undefined) this.#answer(id, key, frame);
      });
  }

  /** What the server hears of a failure is what the handler wants it to hear. @param {unknown} id @param {any} failure */
  #failure(id, failure) {
    if (failure instanceof MessageError) return failureFrame(id, failure.code, failure.message);
    this.#app.fault(failure);
    return failureFrame(id, "handler-failed", "The message could not be handled.");
  }

  /** @param {unknown} id @param {string} key @param {string} frame */
  #answer(id, key, frame) {
    const small = bytesOf(frame) <= this.#maxFrame;
    const answer = small ? frame : failureFrame(id, "too-large", `An answer may have ${this.#maxFrame} bytes.`);
    // Where it is not known any more, another server has taken the place of the one that asked
    if (this.#answers.delete(key)) {
      this.#remember(key, answer);
      this.#write(answer);
    }
  }

  /** @param {string} key @param {string} frame */
  #remember(key, frame) {
    this.#answers.set(key, frame);
    this.#answered++;
    this.#size += key.length + frame.length;
    for (const [oldest, answer] of this.#answers) {
      if (this.#answered <= 1 || (this.#answered <= REMEMBERED && this.#size <= REMEMBERED_TEXT)) return;
      if (answer !== undefined) {
        this.#answers.delete(oldest);
        this.#answered--;
        this.#size -= oldest.length + answer.length;
      }
    }
  }
}
