// @ts-check
/** The names of `hjx.v1` on the wire; nothing else in the browser runtime spells them out. */

/** What is asked for in `Sec-WebSocket-Protocol`. */
export const SUBPROTOCOL = "hjx.v1";

/** The types of messages that this side sends. */
export const ClientType = /** @type {const} */ ({
  HELLO: "hello",
  SUBSCRIBE: "subscribe",
  UNSUBSCRIBE: "unsubscribe",
  EVENT: "event",
  BIND: "bind",
  PING: "ping",
});

/** The types of messages that the server sends. */
export const ServerType = /** @type {const} */ ({
  WELCOME: "welcome",
  SNAPSHOT: "snapshot",
  UPDATE: "update",
  ACK: "ack",
  ERROR: "error",
  EVENT: "event",
  RELOAD: "reload",
  DIAGNOSTICS: "diagnostics",
  CLOSING: "closing",
});

/** The close codes that ask for something other than trying again. */
export const CloseCode = /** @type {const} */ ({ POLICY: 1008, REPLACED: 4001 });

/** The code of an error by which the server ends a subscription that may be begun again. */
export const UNAVAILABLE = "unavailable";

/** Codes of errors that arise on this side, here alone or here too. */
export const ErrorCode = /** @type {const} */ ({
  /** What was meant has changed; the server says so too. */
  STALE_ITEM: "stale-item",
  /** The server may or may not have done it, and can no longer tell. */
  RESUME_EXPIRED: "resume-expired",
  QUEUE_FULL: "queue-full",
  CLOSED: "closed",
});

/** What the server refuses or this side gives up. */
export class LiveError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {string} [at] `path:line:column` in the component's source
   */
  constructor(code, message, at) {
    super(message);
    this.name = "LiveError";
    this.code = code;
    this.at = at;
  }
}
