// @ts-check
/** The messages as CBOR: a page whose connection is to speak `hjx.v1.cbor` loads this before `page.js`, which takes it. */
import { decode, encode } from "./cborg.js";

const SUBPROTOCOL = "hjx.v1.cbor";

/** The order of an object's keys is kept. */
const OPTIONS = { mapSorter: undefined };

/** @type {import("./live.js").Codec} */
export const codec = {
  parse: (/** @type {ArrayBuffer} */ frame) => decode(new Uint8Array(frame)),
  // Through JSON, which leaves out the same and writes the same as null; what this side says is short
  stringify: (message) => encode(JSON.parse(JSON.stringify(message)), OPTIONS),
};

/** Asks for CBOR before anything else, and speaks it where the server agrees. */
class CborSocket extends WebSocket {
  /** @param {string} url @param {string[]} protocols */
  constructor(url, protocols) {
    super(url, [SUBPROTOCOL, ...protocols]);
    /** @type {WebSocket} */ (this).binaryType = "arraybuffer";
  }

  get codec() {
    return this.protocol === SUBPROTOCOL ? codec : undefined;
  }
}

/** @type {any} */ (globalThis).HjxSocket = CborSocket;
