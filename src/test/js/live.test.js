// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Backoff } from "../../main/webapp/hjx/backoff.js";
import { LiveConnection } from "../../main/webapp/hjx/live.js";
import { FakeServer, settle } from "./fakes.js";

function start(options = {}) {
  const server = new FakeServer();
  const statuses = [];
  const seen = [];
  const live = new LiveConnection("ws://host/hjx", {
    environment: server.environment(),
    onStatus: (status) => statuses.push(status.name),
  });
  const subscription = live.subscribe({
    component: "Counter",
    onChange: (state, local, version) => seen.push({ state, local, version }),
    onEvent: (event, data) => seen.push({ event, data }),
    onModule: (module) => seen.push({ module }),
    onError: (error, answered) => seen.push({ error: error.code, answered }),
    ...options,
  });
  return { server, live, subscription, statuses, seen };
}

const click = (site = 0) => ({ kind: "event", site, at: [], items: [], event: {}, el: {} });
const type = (value, local = undefined) => ({ kind: "bind", site: 7, at: [], items: [], value, local });
const outcome = (promise) => promise.then(() => "done", (error) => error.code);

test("connect_firstMessages_areHelloThenSubscribe", () => {
  const { server, statuses } = start({ since: { epoch: "e", version: 3 } });
  assert.deepEqual(server.socket.protocols, ["hjx.v1"]);
  server.welcome();
  assert.deepEqual(server.socket.sent, [
    { type: "hello" },
    { type: "subscribe", sub: 1, component: "Counter", key: "", since: { epoch: "e", version: 3 } },
  ]);
  assert.deepEqual(statuses, ["connecting", "open"]);
});

test("snapshotAndUpdates_inOrder_reachTheView", () => {
  const { server, seen } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 1, state: { n: 1 }, local: { d: "" }, module: "/m.js" });
  server.socket.say({ type: "update", sub: 1, epoch: "e", version: 2, state: { n: 2 }, events: [{ event: "x", data: 5 }] });
  server.socket.say({ type: "update", sub: 1, local: { d: "a" } });
  assert.deepEqual(seen, [
    { module: "/m.js" },
    { state: { n: 1 }, local: { d: "" }, version: 1 },
    { state: { n: 2 }, local: { d: "" }, version: 2 },
    { event: "x", data: 5 },
    { state: { n: 2 }, local: { d: "a" }, version: 2 },
  ]);
});

test("send_ofAnotherEpoch_hasTheVersionOfThisOneAndNoPositions", async () => {
  const { server, subscription } = start({ since: { epoch: "e", version: 5 } });
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "later", version: 2, state: {}, local: {} });
  const before = { version: 5, epoch: "e" };
  assert.equal(await outcome(subscription.send({ ...click(), ...before, items: [["row", 1]] })), "stale-item");
  subscription.send({ ...click(), ...before });
  const { version, epoch } = server.socket.sent.at(-1);
  assert.deepEqual([version, epoch], [2, undefined]);
});

test("update_oldVersion_isIgnored", () => {
  const { server, seen } = start({ since: { epoch: "e", version: 5 } });
  server.welcome();
  server.socket.say({ type: "update", sub: 1, epoch: "e", version: 5, state: { n: 1 } });
  assert.deepEqual(seen, []);
});

/** Said, and what is loaded for it there. */
async function say(server, ...messages) {
  messages.forEach((message) => server.socket.say(message));
  await import("../../main/webapp/hjx/patch.js");
  await settle();
}

const update = (version, more) => ({ type: "update", sub: 1, epoch: "e", version, ...more });
const add = (value, path = "/list/1") => [{ op: "add", path, value }];

test("patch_first_keepsTheOrderOfMessages", async () => {
  const { server, seen } = start({ since: { epoch: "e", version: 1 }, state: { n: 0, list: [1] } });
  server.welcome();
  await say(
    server,
    update(2, { patch: add(2), events: [{ event: "x", data: 2 }] }),
    update(3, { state: { n: 1 } }),
    update(4, { patch: add(4) }),
    { type: "event", sub: 1, event: "y", data: 5 },
  );
  assert.deepEqual(seen, [
    { state: { n: 0, list: [1, 2] }, local: {}, version: 2 },
    { event: "x", data: 2 },
    { state: { n: 1, list: [1, 2] }, local: {}, version: 3 },
    { state: { n: 1, list: [1, 4, 2] }, local: {}, version: 4 },
    { event: "y", data: 5 },
  ]);
});

test("patch_whatItLeavesAlone_isTheSame", async () => {
  const { server, seen } = start({ since: { epoch: "e", version: 1 }, state: { other: [], list: [{}] } });
  server.welcome();
  await say(server, update(2, { patch: add(1) }), update(3, { patch: add(2) }));
  assert.equal(seen[1].state.other, seen[0].state.other);
  assert.equal(seen[1].state.list[0], seen[0].state.list[0]);
  assert.notEqual(seen[1].state.list, seen[0].state.list);
});

test("patch_oldVersion_isIgnored", async () => {
  const { server, seen } = start({ since: { epoch: "e", version: 5 }, state: { list: [1] } });
  server.welcome();
  await say(server, update(5, { patch: add(2) }));
  assert.deepEqual(seen, []);
});

test("patch_thatDoesNotFit_asksForTheWholeState", async () => {
  const { server, subscription, seen } = start({ since: { epoch: "e", version: 1 }, state: { list: [1] } });
  server.welcome();
  await say(server, update(1, {}));
  const done = outcome(subscription.send(click()));
  server.socket.sent.length = 0;
  await say(
    server,
    update(2, { patch: add(2, "/list/7"), events: [{ event: "x", data: 2 }] }),
    update(3, { patch: add(3) }),
    update(4, { state: { list: [] } }),
  );
  assert.deepEqual(seen, [{ event: "x", data: 2 }]);
  assert.deepEqual(server.socket.sent, [
    { type: "unsubscribe", sub: 1 },
    { type: "subscribe", sub: 1, component: "Counter", key: "" },
  ]);
  server.socket.sent.length = 0;
  subscription.send(click(1));
  assert.deepEqual(server.socket.sent, []);
  await say(server, { type: "snapshot", sub: 1, epoch: "e", version: 4, state: { list: [] }, local: {} });
  assert.deepEqual(seen.at(-1), { state: { list: [] }, local: {}, version: 4 });
  assert.deepEqual(server.socket.of("event").map(({ id }) => id), [1, 2]);
  await say(server, update(5, { patch: add(5, "/list/0"), acks: [1] }));
  assert.deepEqual(seen.at(-1), { state: { list: [5] }, local: {}, version: 5 });
  assert.equal(await done, "done");
});

test("patch_thatDoesNotFit_theConnectionBreaks_asksForTheWholeStateAgain", async () => {
  const { server } = start({ since: { epoch: "e", version: 1 }, state: { list: [1] } });
  server.welcome();
  await say(server, update(2, { patch: add(2, "/list/7") }));
  server.socket.drop();
  server.clock.pass(125);
  server.welcome();
  assert.equal(server.socket.of("subscribe")[0].since, undefined);
});

test("event_acknowledged_resolves", async () => {
  const { server, subscription } = start({ since: { epoch: "e", version: 5 } });
  server.welcome();
  server.socket.say({ type: "update", sub: 1 });
  const first = subscription.send(click());
  const second = subscription.send(click(1));
  assert.deepEqual(server.socket.of("event"), [
    { type: "event", sub: 1, site: 0, at: [], items: [], event: {}, el: {}, version: 5, id: 1 },
    { type: "event", sub: 1, site: 1, at: [], items: [], event: {}, el: {}, version: 5, id: 2 },
  ]);
  server.socket.say({ type: "update", sub: 1, epoch: "e", version: 6, state: {}, acks: [1] });
  server.socket.say({ type: "error", sub: 1, id: 2, code: "stale-item", message: "gone" });
  assert.equal(await outcome(first), "done");
  assert.equal(await outcome(second), "stale-item");
});

test("error_withoutId_reachesTheSubscription", () => {
  const { server, seen } = start();
  server.welcome();
  server.socket.say({ type: "error", sub: 1, code: "unknown-component", message: "no" });
  assert.deepEqual(seen, [{ error: "unknown-component", answered: false }]);
});

test("error_unavailable_subscribesAgainAfterABackoff", () => {
  const { server, subscription, seen } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 4, state: {}, local: {} });
  seen.length = 0;
  subscription.send(click());
  const ended = { type: "error", sub: 1, code: "unavailable", message: "the instance has ended" };
  for (const wait of [125, 250, 500]) {
    server.socket.sent.length = 0;
    server.socket.say(ended);
    server.clock.pass(wait - 1);
    assert.deepEqual(server.socket.sent, []);
    server.clock.pass(1);
    assert.deepEqual(
      server.socket.sent.map(({ type, since }) => [type, since]),
      [["subscribe", { epoch: "e", version: 4 }]],
    );
  }
  assert.deepEqual(seen, [{ error: "unavailable", answered: false }]);
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 5, state: {}, local: {} });
  assert.deepEqual(server.socket.of("event").map(({ id }) => id), [1]);
  server.socket.sent.length = 0;
  server.socket.say(ended);
  server.clock.pass(125);
  assert.equal(server.socket.of("subscribe").length, 1);
});

test("error_unavailableOfAnAction_failsItAlone", async () => {
  const { server, subscription } = start();
  server.welcome();
  const lost = outcome(subscription.send(click()));
  server.socket.say({ type: "error", sub: 1, id: 1, code: "unavailable", message: "no" });
  assert.equal(await lost, "unavailable");
  server.clock.pass(20_000);
  assert.equal(server.socket.of("subscribe").length, 1);
});

test("error_unavailable_isLeftAloneOnceClosedOrReconnected", () => {
  const { server, live, subscription } = start();
  live.subscribe({ component: "Other", onChange: () => {} });
  server.welcome();
  for (const sub of [1, 2]) server.socket.say({ type: "error", sub, code: "unavailable", message: "no" });
  subscription.close();
  server.socket.drop();
  server.clock.pass(125);
  server.welcome();
  server.clock.pass(20_000);
  assert.deepEqual(server.socket.of("subscribe").map((message) => message.sub), [2]);
});

test("events_beforeWelcome_waitAndKeepOrder", () => {
  const { server, subscription } = start();
  for (let i = 0; i < 3; i++) subscription.send(click(i));
  assert.deepEqual(server.socket.sent, []);
  server.welcome();
  assert.deepEqual(server.socket.sent.map((m) => m.type), ["hello", "subscribe", "event", "event", "event"]);
  assert.deepEqual(server.socket.of("event").map((m) => [m.id, m.site]), [[1, 0], [2, 1], [3, 2]]);
});

test("unacknowledged_atMost32_furtherOnesWait", () => {
  const { server, subscription } = start();
  server.welcome("c1", { limits: { unacknowledged: 32 } });
  for (let i = 0; i < 40; i++) subscription.send(click(i));
  assert.equal(server.socket.of("event").length, 32);
  server.socket.say({ type: "ack", sub: 1, id: 1, epoch: "e", version: 1 });
  assert.equal(server.socket.of("event").length, 33);
  assert.equal(server.socket.of("event").at(-1).site, 32);
});

test("queue_full_isRefused_andTheEarlierOnesGoInOrder", async () => {
  const { server, subscription } = start();
  for (let i = 0; i < 256; i++) subscription.send(click(i));
  assert.equal(await outcome(subscription.send(click(256))), "queue-full");
  server.welcome();
  for (let id = 1; id <= 256; id++) server.socket.say({ type: "ack", sub: 1, id, epoch: "e", version: 1 });
  assert.deepEqual(server.socket.of("event").map(({ site }) => site), [...Array(256).keys()]);
  const next = outcome(subscription.send(click(257)));
  server.socket.say({ type: "ack", sub: 1, id: 257, epoch: "e", version: 1 });
  assert.equal(await next, "done");
});

test("bind_waiting_isReplacedByNewerValue", async () => {
  const { server, subscription } = start();
  const first = subscription.send(type("a"));
  subscription.send(type("ab"));
  subscription.send(click());
  subscription.send(type("abc"));
  server.welcome();
  assert.deepEqual(server.socket.sent.slice(2).map((m) => m.value ?? m.type), ["ab", "event", "abc"]);
  server.socket.say({ type: "ack", sub: 1, id: 1 });
  assert.equal(await outcome(first), "done");
});

test("reconnect_sameClient_resumesAndSendsUnansweredAgain", () => {
  const { server, subscription, statuses } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 4, state: {}, local: {} });
  subscription.send(click(0));
  subscription.send(click(1));
  server.socket.say({ type: "ack", sub: 1, id: 1 });
  server.socket.drop();
  subscription.send(click(2));
  server.clock.pass(300);
  server.welcome();
  const [hello, subscribe] = server.socket.sent;
  assert.deepEqual(hello, { type: "hello", client: "c1", token: "t-c1" });
  assert.deepEqual(subscribe.since, { epoch: "e", version: 4 });
  assert.deepEqual(server.socket.of("event"), []);
  server.socket.say({ type: "update", sub: 1 });
  assert.deepEqual(server.socket.of("event").map((m) => [m.id, m.site]), [[2, 1], [3, 2]]);
  assert.deepEqual(statuses, ["connecting", "open", "waiting", "connecting", "open"]);
});

test("reconnect_ownNamesGoneMeanwhile_areThoseOfTheAnswerAlone", () => {
  const { server, subscription, seen } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 4, state: {}, local: { draft: "", "1:/a/comment": "x" } });
  server.socket.drop();
  server.clock.pass(300);
  server.welcome();
  server.socket.say({ type: "update", sub: 1, local: { draft: "" } });
  assert.deepEqual(subscription.shown.local, { draft: "" });
  assert.deepEqual(seen.at(-1).local, { draft: "" });
  server.socket.drop();
  server.clock.pass(300);
  server.welcome();
  server.socket.say({ type: "update", sub: 1 });
  assert.deepEqual(subscription.shown.local, {});
  server.socket.say({ type: "update", sub: 1, local: { draft: "a" } });
  server.socket.say({ type: "update", sub: 1, local: { filter: "b" } });
  assert.deepEqual(seen.at(-1).local, { draft: "a", filter: "b" });
});

test("reconnect_twiceBeforeAnything_sendsUnansweredWithTheSameIdsAfterASnapshotToo", () => {
  const { server, subscription } = start();
  server.welcome();
  server.socket.say(snapshot("e", 4, "/a.js"));
  subscription.send(type("half", "draft"));
  subscription.send(click(1));
  for (let i = 0; i < 2; i++) {
    server.socket.drop();
    server.clock.pass(1_000);
    server.welcome();
    assert.deepEqual(server.socket.of("bind"), []);
    server.socket.say(snapshot("e", 9, "/a.js"));
    assert.deepEqual(server.socket.sent.slice(2).map(({ type, id, value }) => [type, id, value]), [
      ["bind", 1, "half"],
      ["event", 2, undefined],
    ]);
  }
});

test("reconnect_forgottenClient_eventsExpireAndValuesAreSentFirst", async () => {
  const { server, subscription } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 4, state: {}, local: { draft: "" } });
  subscription.send(type("hel", "draft"));
  server.socket.say({ type: "update", sub: 1, local: { draft: "hel" }, acks: [1] });
  const lost = subscription.send(click(0));
  server.socket.drop();
  subscription.send(click(1));
  server.clock.pass(300);
  server.welcome("c2");
  server.socket.say({ type: "update", sub: 1, local: { draft: "" } });
  assert.equal(await outcome(lost), "resume-expired");
  assert.deepEqual(server.socket.sent.slice(1).map((m) => [m.type, m.value ?? m.site ?? ""]), [
    ["subscribe", ""],
    ["bind", "hel"],
    ["event", 1],
  ]);
});

test("reconnect_valueChangedByServer_isNotRestored", () => {
  const { server, subscription } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 4, state: {}, local: { draft: "" } });
  subscription.send(type("hello", "draft"));
  server.socket.say({ type: "update", sub: 1, local: { draft: "hello" }, acks: [1] });
  server.socket.say({ type: "update", sub: 1, local: { draft: "" } });
  server.socket.drop();
  server.clock.pass(300);
  server.welcome("c2");
  server.socket.say({ type: "update", sub: 1, local: { draft: "" } });
  assert.deepEqual(server.socket.of("bind"), []);
});

test("reconnect_newEpoch_valuesAreSentAgainOnTheSnapshot", () => {
  const { server, subscription } = start({ since: { epoch: "e", version: 1 } });
  server.welcome();
  server.socket.say({ type: "update", sub: 1 });
  subscription.send({ ...type("Ann"), local: "form.name" });
  server.socket.say({ type: "update", sub: 1, local: { form: { name: "Ann" } }, acks: [1] });
  server.socket.drop();
  server.clock.pass(300);
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "f", version: 0, state: {}, local: { form: { name: "" } } });
  assert.deepEqual(server.socket.of("bind").map((m) => [m.id, m.value, m.version]), [[2, "Ann", 0]]);
});

/** A page that has seen version 500 and a module, and whose connection is lost. */
function lost() {
  const started = start();
  started.server.welcome();
  started.server.socket.say(snapshot("e", 500, "/a.js"));
  return started;
}

const snapshot = (epoch, version, module) =>
  ({ type: "snapshot", sub: 1, epoch, version, state: {}, local: { draft: "" }, module });

function restart({ server }, module = "/a.js") {
  server.clock.pass(300);
  server.welcome("c2");
  server.socket.say(snapshot("f", 2, module));
}

test("reconnect_newEpoch_whatWaitsGoesWithTheNewVersion", async () => {
  const page = lost();
  page.subscription.send({ ...type("sent", "draft"), version: 500 });
  page.server.socket.drop();
  page.subscription.send({ ...type("typed on", "draft"), version: 500 });
  const click0 = outcome(page.subscription.send({ ...click(0), version: 500 }));
  restart(page);
  assert.deepEqual(page.server.socket.of("bind").map(({ value, version }) => [value, version]), [
    ["sent", 2],
    ["typed on", 2],
  ]);
  const [event] = page.server.socket.of("event");
  assert.equal(event.version, 2);
  page.server.socket.say({ type: "ack", sub: 1, id: event.id });
  assert.equal(await click0, "done");
});

test("reconnect_newEpoch_positionsMeanNothingAnyMore", async () => {
  const page = lost();
  page.server.socket.drop();
  page.seen.length = 0;
  const inList = outcome(page.subscription.send({ ...click(0), items: [["tag", 1]] }));
  const inUse = outcome(page.subscription.send({ ...click(0), at: [[3, "k1,2"]] }));
  page.subscription.send({ ...click(1), items: [["todo", "k1"]], at: [[3, "k1"]] });
  restart(page);
  assert.deepEqual([await inList, await inUse], ["stale-item", "stale-item"]);
  assert.deepEqual(page.seen.filter(({ error }) => error), [
    { error: "stale-item", answered: true },
    { error: "stale-item", answered: true },
  ]);
  assert.deepEqual(page.server.socket.of("event").map(({ site }) => site), [1]);
});

test("reconnect_newLayout_valuesWaitForIt_eventsAreStale", async () => {
  const page = lost();
  page.server.socket.drop();
  page.subscription.send({ ...type("half", "draft"), version: 500 });
  const action = outcome(page.subscription.send(click(0)));
  restart(page, "/b.js");
  assert.equal(await action, "stale-item");
  assert.deepEqual(page.server.socket.of("bind"), []);
  page.subscription.relocate(new Map([["draft", { site: 9, at: [], items: [] }]]));
  assert.deepEqual(page.server.socket.of("bind").map(({ site, value, version }) => [site, value, version]), [[9, "half", 2]]);
});

test("reconnect_refused_whatWaitsIsAnswered", async () => {
  const page = lost();
  page.server.socket.drop();
  page.subscription.send(click(0));
  page.server.clock.pass(300);
  page.server.welcome();
  page.server.socket.say({ type: "error", sub: 1, code: "unknown-component", message: "no" });
  assert.equal(page.server.socket.of("event").length, 1);
});

test("backoff_connectionsThatDieAtOnce_countAsFailures", () => {
  const { server } = start();
  const waits = [];
  for (let i = 0; i < 6; i++) {
    const sockets = server.sockets.length;
    server.welcome();
    server.socket.drop();
    const from = server.clock.now;
    while (server.sockets.length === sockets) server.clock.pass(25);
    waits.push(server.clock.now - from);
  }
  assert.deepEqual(waits, [125, 250, 500, 1000, 2000, 2000]);
  server.welcome();
  server.clock.pass(5000);
  server.socket.drop();
  server.clock.pass(125);
  assert.equal(server.sockets.length, 8);
});

test("backoff_isBounded", () => {
  const { server } = start();
  for (let i = 0; i < 30; i++) {
    server.socket.drop();
    server.clock.pass(2_000);
  }
  assert.equal(server.sockets.length, 31);
});

test("backoff_jitter_isFull_andLeavesTimeToBeBackWithinFiveSeconds", () => {
  const [least, most] = [new Backoff(() => 0), new Backoff(() => 0.999)];
  for (let failures = 0; failures < 100; failures++) {
    const bound = Math.min(4_000, 250 * 2 ** failures);
    assert.equal(least.next(), 0);
    assert.equal(Math.round(most.next()), Math.round(bound * 0.999));
  }
  assert.equal(least.next(3_000), 3_000);
});

test("online_andVisible_retryAtOnce", () => {
  const { server } = start();
  server.socket.drop();
  server.window.dispatchEvent(new Event("online"));
  assert.equal(server.sockets.length, 2);
  server.socket.drop();
  server.document.visibilityState = "hidden";
  for (const type of ["visibilitychange", "online"]) server.window.dispatchEvent(new Event(type));
  assert.equal(server.sockets.length, 2);
  server.document.visibilityState = "visible";
  server.window.dispatchEvent(new Event("visibilitychange"));
  assert.equal(server.sockets.length, 3);
  server.socket.drop();
  server.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  assert.equal(server.sockets.length, 4);
});

test("wake_connectionThatDoesNotAnswer_isGivenUpSoon", () => {
  const { server } = start();
  server.welcome();
  server.window.dispatchEvent(new Event("online"));
  assert.equal(server.socket.of("ping").length, 1);
  server.clock.pass(9_999);
  assert.equal(server.socket.closed, false);
  server.clock.pass(1);
  assert.equal(server.sockets[0].closed, true);
});

test("wake_connectionThatAnswers_staysWhatItWas", () => {
  const { server, statuses } = start();
  server.welcome();
  server.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: false }));
  assert.equal(server.socket.of("ping").length, 0);
  server.window.dispatchEvent(Object.assign(new Event("pageshow"), { persisted: true }));
  server.socket.say({ type: "pong" });
  server.clock.pass(29_000);
  assert.deepEqual([server.sockets.length, server.socket.of("ping").length], [1, 1]);
  assert.deepEqual(statuses, ["connecting", "open"]);
});

test("silence_ofAPeriod_isAskedAndOfTwoGivenUp", () => {
  const { server } = start();
  server.welcome();
  server.clock.pass(30_000);
  assert.equal(server.socket.of("ping").length, 1);
  server.socket.say({ type: "pong" });
  server.clock.pass(30_000);
  assert.equal(server.socket.of("ping").length, 2);
  server.clock.pass(30_000);
  assert.equal(server.sockets[0].closed, true);
  server.clock.pass(200);
  assert.equal(server.sockets.length, 2);
});

test("silence_whileTimersCameLate_isAskedBeforeItIsGivenUp", () => {
  const { server } = start();
  server.welcome();
  server.clock.now += 600_000;
  server.clock.pass(0);
  assert.equal(server.socket.of("ping").length, 1);
  assert.equal(server.socket.closed, false);
  server.socket.say({ type: "pong" });
  server.clock.pass(29_999);
  assert.equal(server.sockets.length, 1);
});

test("handshake_neverAnswered_isGivenUp", () => {
  const { server, statuses } = start();
  server.clock.pass(10_000);
  assert.equal(statuses.at(-1), "waiting");
  assert.equal(server.socket.closed, true);
});

test("refused_404_ends", async () => {
  const { server, live, subscription } = start();
  const waiting = outcome(subscription.send(click()));
  server.response = { status: 404, headers: new Headers(), text: async () => "No component `Countr`." };
  server.socket.drop();
  await server.answered();
  assert.deepEqual(server.asked, ["http://host/hjx"]);
  assert.deepEqual(live.status, { name: "ended", reason: "No component `Countr`." });
  assert.equal(await waiting, "closed");
  server.clock.pass(100_000);
  assert.equal(server.sockets.length, 1);
  assert.equal(server.clock.pending, 0);
});

test("refused_404_afterAWelcome_keepsTrying", async () => {
  const { server, live } = start();
  server.welcome();
  server.response = { status: 404, headers: new Headers(), text: async () => "<h1>Not Found</h1>" };
  server.socket.drop();
  server.clock.pass(300);
  server.socket.drop();
  await server.answered();
  assert.deepEqual(server.asked, ["http://host/hjx"]);
  server.clock.pass(600);
  assert.equal(server.sockets.length, 3);
  server.welcome();
  assert.equal(live.status.name, "open");
});

test("refused_503_waitsRetryAfter", async () => {
  const { server } = start();
  server.response = { status: 503, headers: new Headers({ "Retry-After": "20" }), text: async () => "" };
  server.socket.drop();
  await server.answered();
  server.clock.pass(19_999);
  assert.equal(server.sockets.length, 1);
  server.clock.pass(1_000);
  assert.equal(server.sockets.length, 2);
});

test("refused_429_saysWhyWhileItWaits", async () => {
  const { server, live } = start();
  const headers = new Headers({ "Retry-After": "5", "Content-Type": "text/plain" });
  server.response = { status: 429, headers, text: async () => "Too many connections from your address." };
  server.socket.drop();
  await server.answered();
  assert.deepEqual(live.status, { name: "waiting", reason: "Too many connections from your address." });
  server.clock.pass(4_999);
  assert.equal(server.sockets.length, 1);
});

test("refused_withAPageOfAProxy_isToldInOurWords", async () => {
  const { server, live } = start();
  const headers = new Headers({ "Content-Type": "text/html" });
  server.response = { status: 403, headers, text: async () => "<h1>Forbidden</h1>" };
  server.socket.drop();
  await server.answered();
  assert.deepEqual(live.status, { name: "ended", reason: "The server answered 403." });
});

test("refused_unreachable_keepsTrying", async () => {
  const { server } = start();
  server.response = /** @type {any} */ (undefined);
  server.socket.drop();
  await server.answered();
  server.clock.pass(200);
  assert.equal(server.sockets.length, 2);
});

test("closing_retryAfter_isRespected", () => {
  const { server } = start();
  server.welcome();
  server.socket.say({ type: "closing", reason: "shutdown", retryAfter: 3000 });
  server.socket.drop(1001);
  server.clock.pass(2_999);
  assert.equal(server.sockets.length, 1);
  server.clock.pass(200);
  assert.equal(server.sockets.length, 2);
});

test("closing_retryAfter_isBounded", () => {
  const { server } = start();
  server.welcome();
  server.socket.say({ type: "closing", reason: "shutdown", retryAfter: 86_400_000 });
  server.socket.drop(1001);
  server.clock.pass(300_125);
  assert.equal(server.sockets.length, 2);
});

test("closed_1013_comesBackAndResumes", () => {
  const { server, statuses } = start();
  server.welcome();
  server.socket.say(snapshot("e", 4, "/a.js"));
  server.socket.drop(1013);
  assert.equal(statuses.at(-1), "waiting");
  server.clock.pass(125);
  server.welcome();
  assert.deepEqual(server.socket.of("subscribe").map(({ since }) => since), [{ epoch: "e", version: 4 }]);
});

test("replaced_isFinal", () => {
  const { server, live } = start();
  server.welcome();
  server.socket.drop(4001);
  server.clock.pass(100_000);
  assert.equal(live.status.name, "ended");
  assert.equal(server.sockets.length, 1);
});

test("unsubscribe_dropsItsMessages", async () => {
  const { server, subscription } = start();
  server.welcome();
  const lost = outcome(subscription.send(click()));
  subscription.close();
  assert.deepEqual(server.socket.of("unsubscribe"), [{ type: "unsubscribe", sub: 1 }]);
  assert.equal(await lost, "closed");
});

test("close_stopsEverything", () => {
  const { server, live } = start();
  server.welcome();
  live.close();
  assert.equal(server.socket.closed, true);
  assert.equal(server.clock.pending, 0);
  server.window.dispatchEvent(new Event("online"));
  assert.equal(server.sockets.length, 1);
});

test("reload_module_isAnnouncedBeforeItsSnapshot", () => {
  const reloads = [];
  const { server, seen } = start({ onReload: (module) => reloads.push(module) });
  server.welcome();
  server.socket.say({ type: "reload", sub: 1, module: "/m2.js" });
  assert.deepEqual([reloads, seen], [["/m2.js"], []]);
  server.socket.say({ type: "snapshot", sub: 1, epoch: "f", version: 4, state: {}, local: {}, module: "/m2.js" });
  assert.deepEqual(seen[0], { module: "/m2.js" });
});

test("diagnostics_areTold_andForgottenWithTheConnection", () => {
  const faults = [];
  const { server } = start({ onFaults: (found) => faults.push(found) });
  server.welcome();
  const nothing = { text: "", diagnostics: [] };
  const something = { text: "error", diagnostics: [{ path: "a.hjx" }] };
  server.socket.say({ type: "diagnostics", sub: 1, ...something });
  assert.deepEqual(faults, [nothing, something]);
  server.socket.drop();
  server.clock.pass(30_000);
  server.welcome();
  assert.deepEqual(faults, [nothing, something, nothing]);
});

test("send_versionOfTheLayout_goesBeforeTheLatest", () => {
  const { server, subscription } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 7, state: {}, local: {} });
  subscription.send({ ...click(), version: 5 });
  subscription.send(click());
  assert.deepEqual(server.socket.of("event").map(({ version }) => version), [5, 7]);
});

test("relocate_boundValues_goByTheirNewSites", async () => {
  const { server, subscription } = start();
  server.welcome();
  server.socket.say({ type: "snapshot", sub: 1, epoch: "e", version: 1, state: {}, local: { a: "", b: "" } });
  subscription.send({ ...type("x", "a"), version: 1 });
  subscription.send({ ...type("y", "b"), site: 8 });
  server.socket.say({ type: "update", sub: 1, local: { a: "x", b: "y" }, acks: [1, 2] });
  await settle();
  subscription.relocate(new Map([["a", { site: 3, at: [], items: [] }]]));
  server.socket.drop();
  server.clock.pass(30_000);
  server.welcome("c2");
  server.socket.say({ type: "update", sub: 1, local: { a: "", b: "" } });
  assert.deepEqual(server.socket.of("bind").map(({ site, value }) => [site, value]), [[3, "x"]]);
});
