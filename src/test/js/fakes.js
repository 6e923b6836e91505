// @ts-check

/** Time that passes when told to. */
export class FakeClock {
  now = 0;
  #timers = new Map();
  #last = 0;

  setTimeout = (task, delay) => {
    this.#timers.set(++this.#last, { task, due: this.now + delay });
    return this.#last;
  };

  clearTimeout = (timer) => {
    this.#timers.delete(timer);
  };

  /** Lets time pass, running what falls due in order. */
  pass(milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      const [next] = [...this.#timers].filter(([, t]) => t.due <= end).sort(([, a], [, b]) => a.due - b.due);
      if (!next) break;
      this.#timers.delete(next[0]);
      this.now = Math.max(this.now, next[1].due);
      next[1].task();
    }
    this.now = end;
  }

  get pending() {
    return this.#timers.size;
  }
}

/** A server as a connection sees it: its sockets, what they got, what they answer. */
export class FakeServer {
  clock = new FakeClock();
  window = new EventTarget();
  document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  /** @type {FakeSocket[]} */
  sockets = [];
  response = { status: 426, headers: new Headers(), text: async () => "" };
  asked = [];

  environment() {
    const server = this;
    return {
      WebSocket: class extends FakeSocket {
        constructor(url, protocols) {
          super(url, protocols);
          server.sockets.push(this);
        }
      },
      fetch: async (url) => {
        server.asked.push(url);
        if (server.response === undefined) throw new TypeError("unreachable");
        return server.response;
      },
      setTimeout: this.clock.setTimeout,
      clearTimeout: this.clock.clearTimeout,
      performance: { now: () => this.clock.now },
      Math: { random: () => 0.5 },
      window: this.window,
      document: this.document,
    };
  }

  /** Settled when the reason of a refusal has been asked for and heard, at most five seconds later. */
  async answered() {
    const end = Date.now() + 5_000;
    while (this.asked.length === 0 && Date.now() < end) await settle();
    await settle();
  }

  /** The latest socket. */
  get socket() {
    return /** @type {FakeSocket} */ (this.sockets.at(-1));
  }

  /** Lets the latest socket open and be welcomed. */
  welcome(client = "c1", more = {}) {
    this.socket.onopen?.();
    this.socket.say({ type: "welcome", client, token: "t-" + client, heartbeat: 30_000, ...more });
  }
}

export class FakeSocket {
  onopen = null;
  onmessage = null;
  onclose = null;
  closed = false;
  /** @type {any[]} */
  sent = [];

  constructor(url, protocols) {
    this.url = url;
    this.protocols = protocols;
  }

  send(text) {
    this.sent.push(JSON.parse(text));
  }

  close() {
    this.closed = true;
  }

  /** The server says something. */
  say(message) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** The connection ends. */
  drop(code = 1006) {
    this.onclose?.({ code });
  }

  /** What was sent of a type. */
  of(type) {
    return this.sent.filter((message) => message.type === type);
  }
}

/** Lets promises settle. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));
