/**
 * @typedef {object} Entry a message without an answer
 * @property {number} id
 * @property {string} frame
 * @property {number} size in bytes
 * @property {(reply: any) => void} done
 * @property {(error: MessageError) => void} fail
 * @property {any} timer what ends the wait
 * @property {boolean} sent over the present connection
 * @property {boolean} tried over any connection: whether the server knows it, nobody knows before it answers
 */
/** What the application has sent and the server has not answered, in order; bounded in number, in size and in time. */
export class Unanswered {
    /**
     * @param {import("./settings.js").Settings} settings
     * @param {(frame: string) => boolean} write whether the frame could be sent
     */
    constructor(settings: import("./settings.js").Settings, write: (frame: string) => boolean);
    /**
     * Takes a message, to be sent now or when there is a connection.
     *
     * @param {string} type @param {unknown} payload @param {number} time until it is given up
     * @param {string} late the code of that
     * @returns {Promise<any>} of the answer's payload
     */
    add(type: string, payload: unknown, time: number, late: string): Promise<any>;
    /** Sends what has not been sent over this connection, as far as there is room on the way. */
    flush(): void;
    /** The connection is gone, and with it what was on its way. */
    interrupted(): void;
    /** The server does not know this client any more: nobody can tell whether it has done what was on its way. */
    forgotten(): void;
    /** The server has closed because of a message that is too large for it: that was none but the longest. */
    refuseLongest(): void;
    /** The server's answer. @param {unknown} id @param {unknown} payload */
    answered(id: unknown, payload: unknown): void;
    /** The server's refusal. @param {unknown} id @param {string} code @param {string} message */
    refused(id: unknown, code: string, message: string): void;
    /** Nothing will be answered any more. @param {string} code @param {string} message */
    end(code: string, message: string): void;
    #private;
}
/**
 * a message without an answer
 */
export type Entry = {
    id: number;
    frame: string;
    /**
     * in bytes
     */
    size: number;
    done: (reply: any) => void;
    fail: (error: MessageError) => void;
    /**
     * what ends the wait
     */
    timer: any;
    /**
     * over the present connection
     */
    sent: boolean;
    /**
     * over any connection: whether the server knows it, nobody knows before it answers
     */
    tried: boolean;
};
import { MessageError } from "./messageerror.js";
