// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Journal } from "../../main/webapp/hjx/journal.js";
import { LiveConnection } from "../../main/webapp/hjx/live.js";
import { FakeServer, FakeSocket } from "./fakes.js";

const read = (file) =>
  readFileSync(new URL("../resources/protocol/" + file, import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));
const hex = (bytes) => Buffer.from(bytes).toString("hex");
const buffer = (text) => new Uint8Array(Buffer.from(text, "hex")).buffer;

/** As a browser's: speaks the first protocol that the server knows. */
class Socket extends FakeSocket {
  static known = ["hjx.v1.cbor", "hjx.v1"];
  static all = [];
  binaryType = "blob";
  frames = [];

  constructor(url, protocols) {
    super(url, protocols);
    this.protocol = protocols.find((one) => Socket.known.includes(one)) ?? "";
    Socket.all.push(this);
  }

  send(frame) {
    this.frames.push(frame);
  }
}

/** @type {any} */ (globalThis).WebSocket = Socket;
const { codec } = await import("../../main/webapp/hjx/cbor.js");
const { HjxSocket } = /** @type {any} */ (globalThis);

for (const { name, message } of read("v1.jsonl").filter((line) => line.message)) {
  test(`transcript_${name}_survives`, () => {
    const bytes = codec.stringify(message);
    assert.ok(bytes instanceof Uint8Array);
    const back = codec.parse(bytes);
    assert.deepEqual(back, message);
    assert.equal(JSON.stringify(back), JSON.stringify(message), "the order of keys");
  });
}

for (const { name, value, cbor, sent = cbor } of read("cbor.jsonl").filter((line) => "value" in line)) {
  test(`value_${name}_isReadAndWrittenAsInTheExamples`, () => {
    const back = codec.parse(buffer(cbor));
    assert.deepEqual(back, value);
    assert.equal(JSON.stringify(back), JSON.stringify(value));
    assert.equal(hex(codec.stringify(value)), sent);
  });
}

test("stringify_whatJsonLeavesOut_isLeftOut", () => {
  const message = { type: "event", since: undefined, args: [undefined, NaN, -Infinity, -0, new Date(0)] };
  assert.deepEqual(codec.parse(codec.stringify(message)), JSON.parse(JSON.stringify(message)));
});

/** Numbers that come from a seed. */
function* chance(seed) {
  for (;;) yield (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function value(random, depth) {
  const next = () => random.next().value;
  const many = (make) => Array.from({ length: next() < 0.1 ? 30 : next() * 5 }, make);
  const text = () => String.fromCodePoint(...many(() => [0x20 + next() * 90, 0xe0 + next() * 300, 0xfeff, 0x1f600 + next() * 50][Math.floor(next() * 4)] | 0));
  const kinds = [
    () => null,
    () => next() < 0.5,
    text,
    () => Math.floor((next() - 0.5) * 2 ** Math.floor(next() * 54)),
    () => (next() - 0.5) * 2 ** Math.floor(next() * 200 - 100),
    () => many(() => value(random, depth - 1)),
    () => Object.fromEntries(many(() => [text(), value(random, depth - 1)])),
  ];
  return kinds[Math.floor(next() * (depth > 0 ? 7 : 5))]();
}

test("anyValue_toCborAndBack_isWhatJsonMakesOfIt", () => {
  for (let seed = 1; seed <= 500; seed++) {
    const said = { v: value(chance(seed), 4) };
    assert.equal(JSON.stringify(codec.parse(codec.stringify(said))), JSON.stringify(said), `seed ${seed}`);
  }
});

function start() {
  const server = new FakeServer();
  const seen = [];
  const live = new LiveConnection("ws://host/hjx", { environment: { ...server.environment(), HjxSocket } });
  live.subscribe({ component: "Counter", onChange: (state) => seen.push(state) });
  const socket = Socket.all.at(-1);
  socket.onopen();
  return { live, socket, seen };
}

const WELCOME = { type: "welcome", client: "c", token: "t", heartbeat: 30_000 };
const SNAPSHOT = { type: "snapshot", sub: 1, epoch: "e", version: 1, state: { n: 1.5 }, local: {}, module: "/m.js" };

test("connection_serverKnowsCbor_speaksIt", () => {
  const { live, socket, seen } = start();
  assert.deepEqual(socket.protocols, ["hjx.v1.cbor", "hjx.v1"]);
  assert.equal(socket.binaryType, "arraybuffer");
  for (const message of [WELCOME, SNAPSHOT]) socket.onmessage({ data: codec.stringify(message).buffer });
  assert.deepEqual(socket.frames.map((frame) => codec.parse(frame).type), ["hello", "subscribe"]);
  assert.deepEqual(seen, [{ n: 1.5 }]);
  live.close();
});

test("connection_serverKnowsNoCbor_speaksJson", () => {
  Socket.known = ["hjx.v1"];
  const { live, socket, seen } = start();
  for (const message of [WELCOME, SNAPSHOT]) socket.onmessage({ data: JSON.stringify(message) });
  assert.deepEqual(socket.frames.map((frame) => JSON.parse(frame).type), ["hello", "subscribe"]);
  assert.deepEqual(seen, [{ n: 1.5 }]);
  live.close();
});

test("journal_cbor_isShownAsItsJson", () => {
  const journal = new Journal({ now: () => 0 });
  const frame = codec.stringify(WELCOME);
  journal.add("in", frame, codec);
  const [{ type, bytes, text }] = journal.entries;
  assert.deepEqual({ type, bytes }, { type: "welcome", bytes: frame.byteLength });
  assert.deepEqual(JSON.parse(text), { ...WELCOME, token: "…" });
});
