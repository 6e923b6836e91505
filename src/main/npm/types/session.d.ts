/** One client of a message server over all its connections: it comes back by itself and goes on where it was. */
export class Session {
    /**
     * @param {string} address @param {import("./settings.js").Settings} settings @param {Application} app
     */
    constructor(address: string, settings: import("./settings.js").Settings, app: Application);
    /** Not to be changed from outside. @type {State} */
    state: State;
    /** Begins to connect, unless it has been closed before. */
    start(): void;
    /**
     * @param {string} type @param {unknown} payload @param {number} [timeout] of a request; a message expires
     * @returns {Promise<any>}
     */
    send(type: string, payload: unknown, timeout?: number): Promise<any>;
    /** Ends it for good. */
    close(): void;
    /** Makes the next attempt now, or looks whether the connection still lives. */
    wake(): void;
    #private;
}
export type State = "connecting" | "open" | "reconnecting" | "closed";
/**
 * why it is so, and in how many milliseconds the next attempt is made
 */
export type StateDetail = {
    reason?: string;
    delay?: number;
};
/**
 * what a session tells
 */
export type Application = {
    state: (state: State, detail: StateDetail) => void;
    /**
     * whether there is a handler
     */
    takes: (type: string) => boolean;
    handle: (type: string, payload: unknown) => unknown;
    /**
     * what concerns no message that was sent
     */
    fault: (error: unknown) => void;
};
