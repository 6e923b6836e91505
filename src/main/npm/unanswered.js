// @ts-check
import { bytesOf, messageFrame } from "./frames.js";
import { MessageError } from "./messageerror.js";

/** The most messages that are on their way at once; the server takes 256 of one source. */
const IN_FLIGHT = 128;
/** The most bytes that wait for an answer. */
const MOST_BYTES = 1 << 20;

/**
 * @typedef {object} Entry a message without an answer
 * @property {number} id
 * @property {string} frame
 * @property {number} size in bytes
 * @property {(reply: any) => void} done
 * @property {(error: MessageError) => void} fail
 * @property {any} timer what ends the wait
 * @property {boolean} sent over the present connection
 * @property {boolean} tried over any connection: whether the server knows it, nobody knows before it answers
 */

/** What the application has sent and the server has not answered, in order; bounded in number, in size and in time. */
export class Unanswered {
  #settings;
  #write;
  /** By id, oldest first. @type {Map<number, Entry>} */
  #entries = new Map();
  #size = 0;
  #inFlight = 0;
  #lastId = 0;

  /**
   * @param {import("./settings.js").Settings} settings
   * @param {(frame: string) => boolean} write whether the frame could be sent
   */
  constructor(settings, write) {
    this.#settings = settings;
    this.#write = write;
  }

  /**
   * Takes a message, to be sent now or when there is a connection.
   *
   * @param {string} type @param {unknown} payload @param {number} time until it is given up
   * @param {string} late the code of that
   * @returns {Promise<any>} of the answer's payload
   */
  add(type, payload, time, late) {
    return new Promise((done, fail) => {
      const id = this.#lastId + 1;
      const frame = messageFrame(type, payload, id);
      const size = bytesOf(frame);
      if (size > this.#settings.maxFrame) {
        throw new MessageError("too-large", `A message may have ${this.#settings.maxFrame} bytes; this one has ${size}.`);
      }
      if (this.#entries.size >= this.#settings.maxQueue || this.#size + size > MOST_BYTES) {
        throw new MessageError("queue-full", "Too many messages wait for an answer; send this one later.");
      }
      const timer = this.#settings.environment.setTimeout(
        () => this.#fail(id, late, `The server has not answered in ${time} ms.`),
        time,
      );
      this.#entries.set(id, { id, frame, size, done, fail, timer, sent: false, tried: false });
      this.#lastId = id;
      this.#size += size;
      this.flush();
    });
  }

  /** Sends what has not been sent over this connection, as far as there is room on the way. */
  flush() {
    for (const entry of this.#entries.values()) {
      if (this.#inFlight >= IN_FLIGHT) return;
      if (!entry.sent) {
        if (!this.#write(entry.frame)) return;
        entry.sent = entry.tried = true;
        this.#inFlight++;
      }
    }
  }

  /** The connection is gone, and with it what was on its way. */
  interrupted() {
    this.#entries.forEach((entry) => (entry.sent = false));
    this.#inFlight = 0;
  }

  /** The server does not know this client any more: nobody can tell whether it has done what was on its way. */
  forgotten() {
    for (const { id, tried } of [...this.#entries.values()]) {
      if (tried) this.#fail(id, "resume-expired", "The server may or may not have taken it: it does not know this client any more.");
    }
  }

  /** The server has closed because of a message that is too large for it: that was none but the longest. */
  refuseLongest() {
    const sent = [...this.#entries.values()].filter((entry) => entry.sent);
    if (sent.length > 0) {
      const longest = sent.reduce((a, b) => (b.size > a.size ? b : a));
      this.#fail(longest.id, "too-large", `The server does not take a message of ${longest.size} bytes.`);
    }
  }

  /** The server's answer. @param {unknown} id @param {unknown} payload */
  answered(id, payload) {
    this.#remove(id)?.done(payload);
    this.flush();
  }

  /** The server's refusal. @param {unknown} id @param {string} code @param {string} message */
  refused(id, code, message) {
    this.#fail(id, code, message);
    this.flush();
  }

  /** Nothing will be answered any more. @param {string} code @param {string} message */
  end(code, message) {
    [...this.#entries.keys()].forEach((id) => this.#fail(id, code, message));
  }

  /** @param {unknown} id @param {string} code @param {string} message */
  #fail(id, code, message) {
    this.#remove(id)?.fail(new MessageError(code, message));
  }

  /** @param {unknown} id */
  #remove(id) {
    const entry = this.#entries.get(/** @type {number} */ (id));
    if (entry) {
      this.#entries.delete(entry.id);
      this.#settings.environment.clearTimeout(entry.timer);
      this.#size -= entry.size;
      if (entry.sent) this.#inFlight--;
    }
    return entry;
  }
}
