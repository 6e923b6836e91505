// @ts-check
/** What goes over the wire, as JSON text. */
import { MessageError } from "./messageerror.js";

/** The longest name of a type. */
const LONGEST_TYPE = 128;

const encoder = new TextEncoder();

/** The bytes that a text has as UTF-8. @param {string} text */
export const bytesOf = (text) => encoder.encode(text).length;

/**
 * A message for the server.
 *
 * @param {string} type @param {unknown} payload @param {number | string} id
 */
export function messageFrame(type, payload, id) {
  if (typeof type !== "string" || type === "" || type.length > LONGEST_TYPE || type === "error") {
    throw new MessageError("bad-message", `A type has 1 to ${LONGEST_TYPE} characters and is not "error".`);
  }
  try {
    return JSON.stringify({ type, payload: payload ?? undefined, id });
  } catch (unwritable) {
    throw new MessageError("bad-message", `The payload is no JSON: ${unwritable}`);
  }
}

/** The answer to a message of the server. @param {unknown} replyTo @param {unknown} payload */
export const replyFrame = (replyTo, payload) => JSON.stringify({ replyTo, payload: payload ?? undefined });

/**
 * Tells the server that its message was not taken.
 *
 * @param {unknown} replyTo undefined where it wants no answer @param {string} code @param {string} message
 */
export const failureFrame = (replyTo, code, message) => JSON.stringify({ type: "error", replyTo, code, message });
