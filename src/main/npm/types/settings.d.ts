/**
 * The options with what is left out.
 *
 * @param {ClientOptions} options
 * @returns {Settings}
 */
export function settingsOf(options: ClientOptions): Settings;
/**
 * The address of a source at a message server.
 *
 * @param {string | URL} url @param {string} source @param {Environment} environment
 */
export function addressOf(url: string | URL, source: string, { location }: Environment): string;
/**
 * What a client may be told; times are in milliseconds, sizes in bytes of UTF-8.
 */
export type ClientOptions = {
    /**
     * in place of the global one, which Node has from 22 on
     */
    WebSocket?: (new (url: string, protocols: string[]) => any) | undefined;
    /**
     * how long a connection may take until the server has greeted; 10 s
     */
    connectTimeout?: number | undefined;
    /**
     * the longest wait between two attempts; 4 s
     */
    maxDelay?: number | undefined;
    /**
     * the most messages without an answer; 256
     */
    maxQueue?: number | undefined;
    /**
     * the longest message; 64 KiB, which is what the server takes
     */
    maxFrame?: number | undefined;
    /**
     * how long a message may wait for its answer; 10 minutes, which is how long the server remembers
     */
    expiry?: number | undefined;
    /**
     * after which quiet time the server is asked whether it is there; 30 s
     */
    silence?: number | undefined;
    /**
     * in place of `globalThis`, for tests
     */
    environment?: Environment | undefined;
};
/**
 * what a client needs of its surroundings, under the names that browsers and Node have
 */
export type Environment = {
    WebSocket?: (new (url: string, protocols: string[]) => any) | undefined;
    setTimeout: (task: () => void, delay: number) => any;
    clearTimeout: (timer: any) => void;
    Math: {
        random: () => number;
    };
    /**
     * where is heard that a connection may be had again
     */
    window?: EventTarget | undefined;
    document?: (EventTarget & {
        visibilityState?: string;
    }) | undefined;
    location?: {
        href: string;
    } | undefined;
};
/**
 * What a client may be told; times are in milliseconds, sizes in bytes of UTF-8.
 */
export type Settings = Required<Omit<ClientOptions, "environment">> & {
    environment: Environment;
};
