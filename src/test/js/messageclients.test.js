// @ts-check
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { EventEmitter } from "node:events";
import { WebSocketClient as BrowserClient } from "../../main/npm/websocket-client.js";
import { WebSocketClient as NodeClient, MessageError } from "../../main/npm/node.js";
import { FakeClock, settle } from "./fakes.js";

/** What both clients, this one and that in Java, do in the same situations. */
const SCENARIOS = JSON.parse(readFileSync(new URL("../resources/clients/scenarios.json", import.meta.url), "utf8"));

/** A client in a world where time, chance and the server are the scenario's. */
class Stage {
  clock = new FakeClock();
  window = new EventTarget();
  sockets = [];
  later = new Map();
  seen = {};

  constructor(Client, options = {}) {
    const stage = this;
    this.forget();
    const environment = {
      setTimeout: this.clock.setTimeout,
      clearTimeout: this.clock.clearTimeout,
      Math: { random: () => 0.5 },
      window: this.window,
      WebSocket: class {
        constructor(url, protocols) {
          assert.equal(url, "ws://server/messages?source=ann");
          stage.seen.attempts.push(protocols);
          stage.sockets.push(this);
        }
        send(text) {
          stage.seen.sent.push(JSON.parse(text));
        }
        close() {
          if (!this.over) stage.seen.closes++;
        }
      },
    };
    this.client = new Client("ws://server/messages", "ann", { ...options, environment });
    for (const state of ["connecting", "open", "reconnecting", "closed"]) {
      this.client.on(state, ({ delay }) => this.seen.states.push(delay === undefined ? state : `${state} ${delay}`));
    }
    this.client.on("error", (error) => this.seen.faults.push(error.code ?? "handler-failed"));
  }

  forget() {
    this.seen = { attempts: [], sent: [], states: [], results: [], handled: [], faults: [], closes: 0 };
  }

  get socket() {
    return this.sockets.at(-1);
  }

  send({ as, type, payload, letters, times = 1 }) {
    for (let i = 0; i < times; i++) {
      this.await(as, this.client.send(type, letters ? "x".repeat(letters) : payload));
    }
  }

  request({ as, type, payload, timeout }) {
    this.await(as, this.client.request(type, payload, timeout));
  }

  await(as, promise) {
    promise.then(
      (value) => this.seen.results.push([as, { done: value ?? null }]),
      (error) => this.seen.results.push([as, { error: error instanceof MessageError ? error.code : String(error) }]),
    );
  }

  on({ type, reply, refuse, fail, later }) {
    this.client.off(type);
    this.client.on(type, (payload) => {
      this.seen.handled.push([type, payload ?? null]);
      if (refuse) throw new MessageError(refuse[0], refuse[1]);
      if (fail) throw new Error("on purpose");
      return later ? new Promise((resolve) => this.later.set(later, resolve)) : reply;
    });
  }

  off({ type }) {
    this.client.off(type);
  }

  finish({ handler, reply }) {
    this.later.get(handler)(reply);
  }

  wake() {
    this.window.dispatchEvent(new Event("online"));
  }

  close() {
    this.client.close();
  }

  server({ server, token, code, frame, text, ids }) {
    const hear = (what) => this.socket.onmessage?.({ data: JSON.stringify(what) });
    switch (server) {
      case "accept":
        return this.socket.onopen?.();
      case "welcome":
        this.socket.onopen?.();
        return hear({ type: "welcome", payload: { token } });
      case "refuse":
      case "close":
        this.socket.over = true;
        return this.socket.onclose?.({ code: code ?? 1006, reason: "" });
      case "text":
        return this.socket.onmessage?.({ data: text });
      default:
        if (!ids) return hear(frame);
        for (let id = ids[0]; id <= ids[1]; id++) hear({ ...frame, id });
    }
  }

  async step(step) {
    if (step.client) this[step.client](step);
    else if (step.server) this.server(step);
    else if (step.pass !== undefined) this.clock.pass(step.pass);
    else this.check(step.expect);
    for (let i = 0; i < 3; i++) await settle();
  }

  check({ timers, sentIds, sentReplies, handledTimes, ...expected }) {
    const seen = this.seen;
    if (timers !== undefined) assert.equal(this.clock.pending, timers, "timers");
    const range = sentIds ?? sentReplies;
    if (range) {
      const ids = seen.sent.map((frame) => (sentIds ? frame.id : frame.replyTo));
      assert.deepEqual([ids[0], ids.at(-1), ids.length], [...range, range[1] - range[0] + 1]);
      expected.sent = seen.sent;
    }
    if (handledTimes !== undefined) {
      assert.equal(seen.handled.length, handledTimes);
      expected.handled = seen.handled;
    }
    const nothing = { attempts: [], sent: [], states: [], results: [], handled: [], faults: [], closes: 0 };
    assert.deepEqual(seen, { ...nothing, ...expected });
    this.forget();
  }
}

for (const [kind, Client] of Object.entries({ browser: BrowserClient, node: NodeClient })) {
  for (const { name, options, steps } of SCENARIOS) {
    test(`${kind}: ${name}`, async () => {
      const stage = new Stage(Client, options);
      await settle();
      for (const [index, step] of steps.entries()) {
        try {
          await stage.step(step);
        } catch (error) {
          error.message = `step ${index + 1}, ${JSON.stringify(step)}: ${error.message}`;
          throw error;
        }
      }
      stage.client.close();
      assert.equal(stage.clock.pending, 0, "timers behind the end");
    });
  }
}
