// @ts-check
import { Lane } from "./latency.js";

/** Stands between a connection and its sockets, one after the other: sees what they carry, and holds it back. */
export class Tap {
  #live;
  #latency;
  #environment;
  #onText;
  /** @type {WebSocket | undefined} */
  #socket;

  /**
   * @param {{socket?: WebSocket}} live the connection
   * @param {import("./latency.js").Latency} latency
   * @param {(direction: "in" | "out", text: any) => void} onText told of what is sent, and of what has come
   * @param {import("./latency.js").Surroundings} [environment]
   */
  constructor(live, latency, onText, environment = globalThis) {
    this.#live = live;
    this.#latency = latency;
    this.#onText = onText;
    this.#environment = environment;
  }

  /** Taps the connection's socket of now. To be called before anything goes over a new one. */
  attach() {
    const { socket } = this.#live;
    if (!socket || socket === this.#socket) return;
    this.#socket = socket;
    this.#tapSending(socket);
    const lane = new Lane(this.#latency, this.#environment);
    this.#tapHearing(socket, lane, "onmessage", (event) => this.#onText("in", event.data));
    this.#tapHearing(socket, lane, "onclose", () => {});
  }

  /** @param {WebSocket} socket */
  #tapSending(socket) {
    const lane = new Lane(this.#latency, this.#environment);
    const send = socket.send.bind(socket);
    socket.send = (text) => {
      this.#onText("out", text);
      lane.enter(() => send(text));
    };
  }

  /**
   * What a connection has let go of, it does not hear: it has taken its listeners away.
   *
   * @param {any} socket @param {Lane} lane @param {"onmessage" | "onclose"} listener @param {(event: any) => void} tell
   */
  #tapHearing(socket, lane, listener, tell) {
    const hear = socket[listener];
    const tapped = (/** @type {Event} */ event) =>
      lane.enter(() => {
        if (socket[listener] !== tapped) return;
        tell(event);
        hear.call(socket, event);
      });
    socket[listener] = tapped;
  }
}
