/**
 * Calls everybody who takes a message, each for himself; the first value is the reply.
 *
 * @param {Function[]} callbacks @param {unknown} self @param {unknown} payload
 */
export function firstReply(callbacks: Function[], self: unknown, payload: unknown): Promise<any>;
/** What the connection's own events are called; a message of such a type reaches nobody. */
export const STATES: string[];
/** The names that are no types of messages. */
export const RESERVED: Set<string>;
export function unheard(error: unknown): void;
