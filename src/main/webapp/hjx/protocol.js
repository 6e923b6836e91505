// @ts-check
/**
 * The names of `hjx.v1` on the wire; nothing else in the browser runtime spells them out. Each is a constant of its own:
 * a bundle has no use for the names of constants, but keeps those of an object's members.
 */

/** What is asked for in `Sec-WebSocket-Protocol`. */
export const SUBPROTOCOL = "hjx.v1";

// The types of messages that this side sends
export const HELLO = "hello";
export const SUBSCRIBE = "subscribe";
export const UNSUBSCRIBE = "unsubscribe";
export const BIND = "bind";
export const PING = "ping";

/** The type of a message that either side sends: something has happened. */
export const EVENT = "event";

// The types of messages that the server sends
export const WELCOME = "welcome";
export const SNAPSHOT = "snapshot";
export const UPDATE = "update";
export const ACK = "ack";
export const ERROR = "error";
export const RELOAD = "reload";
export const DIAGNOSTICS = "diagnostics";
export const CLOSING = "closing";

// The close codes that ask for something other than trying again
export const POLICY = 1008;
export const REPLACED = 4001;

/** The code of an error by which the server ends a subscription that may be begun again. */
export const UNAVAILABLE = "unavailable";

/** The code of an error by which the application says why not, in words for whoever has asked. */
export const REFUSED = "refused";

// The codes of errors that arise on this side, here alone or here too

/** What was meant has changed; the server says so too. */
export const STALE_ITEM = "stale-item";
/** The server may or may not have done it, and can no longer tell. */
export const RESUME_EXPIRED = "resume-expired";
export const QUEUE_FULL = "queue-full";
export const CLOSED = "closed";

/** What the server refuses or this side gives up. */
export class LiveError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {string} [at] `path:line:column` in the component's source
   * @param {Record<string, string>} [fields] messages for single inputs, by the path that they are bound to
   */
  constructor(code, message, at, fields) {
    super(message);
    this.name = "LiveError";
    this.code = code;
    this.at = at;
    this.fields = fields;
  }
}
