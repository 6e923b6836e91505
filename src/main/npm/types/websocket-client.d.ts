export { MessageError };
/**
 * @typedef {import("./settings.js").ClientOptions} ClientOptions
 * @typedef {import("./session.js").State} State
 * @typedef {import("./session.js").StateDetail} StateDetail
 */
/**
 * A named client of a message server, which comes back by itself after every break until it is closed. Its states are
 * events: `connecting`, `open`, `reconnecting`, `closed`; and so is an `error` that concerns no message that was sent.
 */
export class WebSocketClient extends EventTarget {
    /**
     * Connects, as soon as whoever makes it has said what it listens to.
     *
     * @param {string | URL} url of the message server; in a page it may be relative
     * @param {string} source what this client is called
     * @param {ClientOptions} [options]
     */
    constructor(url: string | URL, source: string, options?: ClientOptions);
    get source(): string;
    /** @returns {State} */
    get state(): State;
    /**
     * Sends a message; while there is no connection it waits, in order.
     *
     * @param {string} type @param {unknown} [payload] whatever JSON can say
     * @returns {Promise<void>} kept when the server has answered; broken with a `MessageError`
     */
    send(type: string, payload?: unknown): Promise<void>;
    /**
     * Sends a message and waits for its answer.
     *
     * @param {string} type @param {unknown} [payload] @param {number} [timeout] in milliseconds
     * @returns {Promise<any>} of the answer's payload
     */
    request(type: string, payload?: unknown, timeout?: number): Promise<any>;
    /**
     * Calls back with the payload of every message of a type; what the callback returns, or its promise, is the reply.
     * With the name of an event it calls back with its detail.
     *
     * @param {string} type @param {(payload: any) => unknown} callback
     */
    on(type: string, callback: (payload: any) => unknown): this;
    /**
     * Calls back no more.
     *
     * @param {string} type @param {(payload: any) => unknown} [callback] all of this type where it is left out
     */
    off(type: string, callback?: (payload: any) => unknown): this;
    /** Tries to connect now, or looks whether the connection still lives. Browsers tell when that is worth it. */
    wake(): void;
    /** Ends the connection for good; what waits for an answer fails with `closed`. */
    close(): void;
    #private;
}
export type ClientOptions = import("./settings.js").ClientOptions;
export type State = import("./session.js").State;
export type StateDetail = import("./session.js").StateDetail;
import { MessageError } from "./messageerror.js";
