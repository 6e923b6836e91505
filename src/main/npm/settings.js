// @ts-check

/**
 * What a client may be told; times are in milliseconds, sizes in bytes of UTF-8.
 *
 * @typedef {object} ClientOptions
 * @property {new (url: string, protocols: string[]) => any} [WebSocket] in place of the global one, which Node has from 22 on
 * @property {number} [connectTimeout] how long a connection may take until the server has greeted; 10 s
 * @property {number} [maxDelay] the longest wait between two attempts; 4 s
 * @property {number} [maxQueue] the most messages without an answer; 256
 * @property {number} [maxFrame] the longest message; 64 KiB, which is what the server takes
 * @property {number} [expiry] how long a message may wait for its answer; 10 minutes, which is how long the server remembers
 * @property {number} [silence] after which quiet time the server is asked whether it is there; 30 s
 * @property {Environment} [environment] in place of `globalThis`, for tests
 *
 * @typedef {object} Environment what a client needs of its surroundings, under the names that browsers and Node have
 * @property {new (url: string, protocols: string[]) => any} [WebSocket]
 * @property {(task: () => void, delay: number) => any} setTimeout
 * @property {(timer: any) => void} clearTimeout
 * @property {{random: () => number}} Math
 * @property {EventTarget} [window] where is heard that a connection may be had again
 * @property {EventTarget & {visibilityState?: string}} [document]
 * @property {{href: string}} [location]
 *
 * @typedef {Required<Omit<ClientOptions, "environment">> & {environment: Environment}} Settings
 */

/** What a source may be called; the server refuses others. */
const SOURCE = /^[\p{L}\p{M}\p{N}_.:@+-]{1,128}$/u;

/**
 * The options with what is left out.
 *
 * @param {ClientOptions} options
 * @returns {Settings}
 */
export function settingsOf(options) {
  const environment = options.environment ?? /** @type {Environment} */ (globalThis);
  const WebSocket = options.WebSocket ?? environment.WebSocket;
  if (!WebSocket) {
    throw new TypeError("There is no WebSocket here: give one, as in new WebSocketClient(url, source, { WebSocket }).");
  }
  const standard = {
    connectTimeout: 10_000,
    maxDelay: 4_000,
    maxQueue: 256,
    maxFrame: 65_536,
    expiry: 600_000,
    silence: 30_000,
  };
  return { ...standard, ...options, WebSocket, environment };
}

/**
 * The address of a source at a message server.
 *
 * @param {string | URL} url @param {string} source @param {Environment} environment
 */
export function addressOf(url, source, { location }) {
  if (!SOURCE.test(source)) {
    throw new TypeError("A source has 1 to 128 letters, marks, digits and _ . : @ + -");
  }
  const address = new URL(url, location?.href);
  address.protocol = address.protocol.replace("http", "ws");
  if (!/^wss?:$/.test(address.protocol)) {
    throw new TypeError(`A message server is reached by ws: or wss:, not by ${address.protocol}`);
  }
  address.searchParams.set("source", source);
  address.hash = "";
  return address.href;
}
