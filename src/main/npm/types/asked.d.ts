/**
 * What the server asks of the application: each of its ids is executed once, and answered again where it comes again.
 * Answers are bounded in number and in size; the oldest is forgotten.
 */
export class Asked {
    /**
     * @param {number} maxFrame
     * @param {import("./session.js").Application} app
     * @param {(frame: string) => boolean} write
     */
    constructor(maxFrame: number, app: import("./session.js").Application, write: (frame: string) => boolean);
    /** Takes a message of the server. @param {{type: string, id?: unknown, payload?: unknown}} message */
    take({ type, id, payload }: {
        type: string;
        id?: unknown;
        payload?: unknown;
    }): void;
    /** Another server, other ids. */
    forget(): void;
    #private;
}
