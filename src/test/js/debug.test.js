// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Journal, MOST_CHARACTERS, MOST_ENTRIES } from "../../main/webapp/hjx/journal.js";
import { Latency, Lane, MOST } from "../../main/webapp/hjx/latency.js";
import { LiveConnection } from "../../main/webapp/hjx/live.js";
import { Tap } from "../../main/webapp/hjx/tap.js";
import { FakeClock, FakeServer } from "./fakes.js";

/** A tapped connection, with one subscription. */
function start() {
  const server = new FakeServer();
  const environment = server.environment();
  const latency = new Latency();
  const journal = new Journal(environment.performance);
  const seen = [];
  const live = new LiveConnection("ws://host/hjx", { environment, onStatus: () => queueMicrotask(() => tap.attach()) });
  const tap = new Tap(live, latency, (direction, data) => journal.add(direction, data), environment);
  const subscription = live.subscribe({ component: "Counter", onChange: (state) => seen.push(state.n) });
  tap.attach();
  return { server, latency, journal, live, tap, subscription, seen };
}

const click = { kind: /** @type {const} */ ("event"), site: 0, at: [], items: [], event: {}, el: {} };
const snapshot = (n) => ({ type: "snapshot", sub: 1, epoch: "e", version: n, state: { n }, local: {} });
const update = (n, more = {}) => ({ type: "update", sub: 1, epoch: "e", version: n, state: { n }, ...more });
const listed = ({ entries }) => entries.map(({ direction, type }) => `${direction} ${type}`);

test("tap_everyMessage_isSeen_newestFirst", () => {
  const { server, journal } = start();
  server.welcome();
  server.socket.say(snapshot(1));
  assert.deepEqual(listed(journal), ["in snapshot", "out subscribe", "in welcome", "out hello"]);
  assert.deepEqual(server.socket.sent.map(({ type }) => type), ["hello", "subscribe"]);
  assert.equal(journal.welcomes, 1);
});

test("tap_connectionThatIsOpenAlready_isSeenFromNowOn", () => {
  const server = new FakeServer();
  const environment = server.environment();
  const live = new LiveConnection("ws://host/hjx", { environment });
  server.welcome();
  const journal = new Journal(environment.performance);
  new Tap(live, new Latency(), (direction, data) => journal.add(direction, data), environment).attach();
  live.subscribe({ component: "Counter", onChange: () => {} });
  assert.deepEqual(listed(journal), ["out subscribe"]);
});

test("tap_nextSocket_isTappedToo", async () => {
  const { server, journal } = start();
  server.welcome();
  server.socket.drop();
  server.clock.pass(125);
  await null;
  server.welcome();
  assert.equal(journal.welcomes, 2);
});

test("latency_holdsMessagesBack_bothWays_inOrder", () => {
  const { server, latency, subscription, seen, journal } = start();
  server.welcome();
  server.socket.say(snapshot(1));
  latency.set(200, 100);
  subscription.send(click);
  subscription.send(click);
  assert.deepEqual(server.socket.of("event"), []);
  server.clock.pass(249);
  assert.deepEqual(server.socket.of("event"), []);
  server.clock.pass(1);
  assert.deepEqual(server.socket.of("event").map(({ id }) => id), [1, 2]);
  server.socket.say(update(2, { acks: [1] }));
  latency.set(0, 0);
  server.socket.say(update(3, { acks: [2] }));
  assert.deepEqual(seen, [1]);
  server.clock.pass(250);
  assert.deepEqual(seen, [1, 2, 3]);
  assert.deepEqual(journal.answers, [500, 500]);
});

test("latency_whatWasUnderWayWhenAConnectionBroke_isLost", async () => {
  const { server, live, latency, seen, subscription } = start();
  server.welcome();
  server.socket.say(snapshot(1));
  latency.set(1_000, 0);
  server.socket.say(update(2));
  const [first] = server.sockets;
  server.clock.pass(500);
  server.socket.drop();
  subscription.send(click);
  server.clock.pass(500);
  assert.deepEqual(seen, [1, 2]);
  assert.equal(live.status.name, "open");
  server.clock.pass(500);
  assert.equal(live.status.name, "waiting");
  first.say(update(3));
  server.clock.pass(2_000);
  assert.deepEqual(seen, [1, 2]);
});

test("lane_jitter_neverChangesTheOrder", () => {
  const clock = new FakeClock();
  const latency = new Latency();
  latency.set(10, 50);
  const chances = [0.9, 0.1, 0.5, 0];
  const environment = {
    setTimeout: clock.setTimeout,
    performance: { now: () => clock.now },
    Math: { random: () => chances.shift() ?? 0 },
  };
  const lane = new Lane(latency, environment);
  const left = [];
  for (let i = 0; i < 4; i++) {
    lane.enter(() => left.push([i, clock.now]));
    clock.pass(1);
  }
  clock.pass(100);
  assert.deepEqual(left.map(([i]) => i), [0, 1, 2, 3]);
  assert.deepEqual(left[0], [0, 55]);
});

test("latency_outOfRange_isRefusedWithAdvice", () => {
  const latency = new Latency();
  for (const [ms, jitter] of [[-1, 0], [MOST, 1], [NaN, 0], [/** @type {any} */ (undefined), 0]]) {
    assert.throws(() => latency.set(ms, jitter), /from 0 to 4000, jitter included, as in hjx\.debug\.latency\(200, 50\)/);
  }
  assert.equal(latency.on, false);
});

test("journal_isBounded_byMessagesAndByCharacters", () => {
  const journal = new Journal({ now: () => 0 });
  for (let i = 0; i < MOST_ENTRIES + 10; i++) journal.add("in", JSON.stringify(update(i)));
  assert.equal(journal.entries.length, MOST_ENTRIES);
  assert.equal(JSON.parse(journal.entries[0].text).version, MOST_ENTRIES + 9);
  const large = JSON.stringify(update(1, { state: { n: "x".repeat(MOST_CHARACTERS / 2) } }));
  for (let i = 0; i < 3; i++) journal.add("in", large);
  assert.equal(journal.entries.length, 1);
  journal.clear();
  journal.add("in", large);
  assert.equal(journal.entries.length, 1);
});

test("journal_token_isNotShown", () => {
  const journal = new Journal({ now: () => 0 });
  journal.add("out", JSON.stringify({ type: "hello", client: "c1", token: "secret" }));
  journal.add("in", JSON.stringify({ type: "welcome", client: "c1", token: "secret" }));
  assert.equal(journal.entries.some(({ text }) => text.includes("secret")), false);
});

test("journal_sizeIsThatOnTheWire", () => {
  const journal = new Journal({ now: () => 0 });
  journal.add("in", '{"type":"event","event":"é"}');
  journal.add("in", new ArrayBuffer(7));
  assert.deepEqual(journal.entries.map(({ type, bytes }) => [type, bytes]), [["binary", 7], ["event", 29]]);
});

test("journal_answers_areTimedFromTheFirstSending", () => {
  let now = 0;
  const journal = new Journal({ now: () => now });
  const say = (direction, message) => journal.add(direction, JSON.stringify(message));
  say("out", { type: "event", sub: 1, id: 1 });
  say("out", { type: "bind", sub: 1, id: 2 });
  now = 10;
  say("out", { type: "event", sub: 1, id: 1 });
  now = 30;
  say("in", { type: "ack", sub: 1, id: 1 });
  say("in", { type: "error", id: 2, code: "stale-item" });
  say("out", { type: "ping" });
  now = 35;
  say("in", { type: "pong" });
  assert.deepEqual([journal.answers, journal.pings], [[30, 30], [5]]);
});

test("subscription_shown_isWhatTheServerHasSaid", () => {
  const { server, subscription } = start();
  server.welcome();
  server.socket.say(snapshot(1));
  server.socket.say(update(2, { local: { draft: "a" } }));
  const { component, epoch, version, state, local } = subscription.shown;
  assert.deepEqual({ component, epoch, version, state, local }, {
    component: "Counter", epoch: "e", version: 2, state: { n: 2 }, local: { draft: "a" },
  });
});
