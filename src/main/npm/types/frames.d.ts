/**
 * A message for the server.
 *
 * @param {string} type @param {unknown} payload @param {number | string} id
 */
export function messageFrame(type: string, payload: unknown, id: number | string): string;
export function bytesOf(text: string): number;
export function replyFrame(replyTo: unknown, payload: unknown): string;
export function failureFrame(replyTo: unknown, code: string, message: string): string;
