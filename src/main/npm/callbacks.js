// @ts-check

/** What the connection's own events are called; a message of such a type reaches nobody. */
export const STATES = ["connecting", "open", "reconnecting", "closed"];

/** The names that are no types of messages. */
export const RESERVED = new Set([...STATES, "error"]);

/**
 * Calls everybody who takes a message, each for himself; the first value is the reply.
 *
 * @param {Function[]} callbacks @param {unknown} self @param {unknown} payload
 */
export async function firstReply(callbacks, self, payload) {
  const replies = await Promise.all(callbacks.map(async (callback) => callback.call(self, payload)));
  return replies.find((reply) => reply !== undefined);
}

/** What nobody listens to is at least seen. @param {unknown} error */
export const unheard = (error) => console.error("A message could not be handled:", error);
