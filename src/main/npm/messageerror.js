// @ts-check

/** Why a message was not taken or answered. Thrown by a handler, it tells the server so. */
export class MessageError extends Error {
  /**
   * @param {string} code for programs, like `room-full` or `queue-full`
   * @param {string} message for people
   */
  constructor(code, message) {
    super(message);
    this.name = "MessageError";
    this.code = code;
  }
}
