// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { everything as $ } from "../../main/webapp/hjx/local/everything.js";
import { normal } from "../../main/webapp/hjx/local/normal.js";
import { program, put } from "../../main/webapp/hjx/local/program.js";
import { LocalStore } from "../../main/webapp/hjx/local/store.js";

/** A component of some names, handlers without arguments, and nothing else. */
const component = (definition) => {
  const nothing = { name: "Test", source: "Test.hjx", places: {}, state: {}, local: {}, computed: {}, binds: {}, uses: {}, loops: [] };
  return program({ ...nothing, ...definition, ...calls(definition.handlers) });
};

const calls = (handlers) => ({
  events: Object.fromEntries(Object.keys(handlers).map((handler, i) => [i, { at: "9:1", handler, loops: [], args: () => [] }])),
});

/** A store that keeps what it tells. */
function storeOf(definition) {
  const told = [];
  const store = new LocalStore(definition, [], "c1", {
    onChange: (changes, gone, version) => told.push({ changes, gone, version }),
    onEvent: (event, data) => told.push({ event, data }),
  });
  const send = (site) => store.send({ kind: "event", site, at: [], items: [] });
  return { store, told, send };
}

test("send_handler_tellsWhatChangedThenItsEvents", async () => {
  const { told, send } = storeOf(component({
    state: { count: 0, other: 1 },
    computed: { double: (state) => state.count * 2 },
    handlers: {
      add(turn, state) {
        turn.emit("added", state.double);
        state.count = state.count + 1;
      },
    },
  }));
  await send(0);
  assert.deepEqual(told, [{ changes: { count: 1, double: 2 }, gone: false, version: 2 }, { event: "added", data: 0 }]);
});

test("send_failure_tellsItsPlace", async () => {
  const { send } = storeOf(component({
    state: { text: "a" },
    computed: { long: (state) => state.text.padEnd(4).repeat(state.text === "a" ? 1 : -1) },
    places: { long: "5:3" },
    handlers: {
      first: () => $.fail("at once"),
      nested(turn, state) {
        turn.at = "12:5"; turn.call("inner", state);
      },
      inner(turn) {
        turn.at = "14:5"; turn.at = "15:5"; $.fail("further in");
      },
      computes(turn, state) {
        turn.at = "17:5"; state.text = "b";
      },
    },
  }));
  await assert.rejects(send(0), { message: "at once", at: "Test.hjx:9:1" });
  await assert.rejects(send(1), { message: "further in", at: "Test.hjx:15:5" });
  await assert.rejects(send(3), { code: "handler-failed", at: "Test.hjx:5:3" });
});

test("send_failingHandler_changesNothingAndSaysWhy", async () => {
  const { store, told, send } = storeOf(component({
    state: { count: 0 },
    computed: { double: (state) => state.count * 2 },
    handlers: {
      fails(turn, state) {
        state.count = 5;
        turn.emit("lost", state.double);
        $.fail("deliberate");
      },
    },
  }));
  await assert.rejects(send(0), { code: "handler-failed", message: "deliberate" });
  assert.deepEqual(told, []);
  assert.equal(store.values().double, 0);
  assert.equal(store.version, 1);
});

test("computed_evaluatedOnlyWhereSomethingItReadsHasChanged", async () => {
  let evaluated = 0;
  const { send } = storeOf(component({
    state: { count: 0, other: 0 },
    computed: { double: (state) => (evaluated++, state.count * 2) },
    handlers: {
      elsewhere(turn, state) {
        state.other = 1;
      },
      same(turn, state) {
        state.count = 5;
        state.count = 0;
      },
      add(turn, state) {
        state.count = 1;
      },
    },
  }));
  await send(0);
  await send(1);
  assert.equal(evaluated, 1);
  await send(2);
  assert.equal(evaluated, 2);
});

test("computed_failing_takesTheHandlerBack", async () => {
  const { store, send } = storeOf(component({
    state: { list: [1] },
    computed: { size: (state) => $.call(state.list, "join", "-") },
    handlers: {
      breaks(turn, state) {
        state.list = 7;
      },
    },
  }));
  await assert.rejects(send(0), { code: "handler-failed" });
  assert.equal(store.values().size, "1");
});

test("send_runaway_isStopped", async () => {
  const handlers = {
    forever(turn, state) {
      turn.call("forever", state);
    },
    wide(turn) {
      const list = new Array(1001).fill(0);
      for (const _ of turn.items(list)) turn.items(list);
    },
    loud(turn) {
      for (let i = 0; i < 65; i++) turn.emit("e", i);
    },
  };
  const { send } = storeOf(component({ handlers }));
  for (const site of [0, 1, 2]) await assert.rejects(send(site), { code: "budget-exceeded" });
});

test("emit_data_isTheListenersOwn", async () => {
  const { store, told, send } = storeOf(component({
    state: { list: [{ a: 1 }] },
    handlers: {
      tell(turn, state) {
        state.list = [{ a: 2 }];
        turn.emit("list", state.list);
      },
    },
  }));
  await send(0);
  told[1].data[0].a = 9;
  assert.deepEqual(store.values().list, [{ a: 2 }]);
});

test("computed_ofChildrenThatAreGone_areForgotten", async () => {
  const row = component({ name: "Row", state: { n: 0 }, computed: { double: (state) => state.n * 2 }, handlers: {} });
  const loop = { item: "n", index: "index", list: (state) => state.list };
  const { store, told, send } = storeOf(component({
    state: { list: [1, 2] },
    loops: ["n", "index"],
    handlers: {
      shorten(turn, state) {
        state.list = [3];
      },
    },
    uses: { 4: { program: row, around: [loop], given: { n: { get: (state) => state.n } } } },
  }));
  assert.deepEqual([store.values()["4:0/double"], store.values()["4:1/double"]], [2, 4]);
  await send(0);
  assert.deepEqual(told, [{ changes: { list: [3], "4:0/double": 6 }, gone: true, version: 2 }]);
  assert.equal("4:1/double" in store.values(), false);
});

test("normal_whatJsonLeaves", () => {
  assert.deepEqual(normal({ a: undefined, b: NaN, c: [undefined, -0, () => 1], d: () => 1 }), { b: null, c: [null, 0, null] });
  assert.equal(normal(undefined), undefined);
  const kept = [{ a: 1 }, { b: 2 }];
  assert.equal(normal([{ a: 1 }, { b: 2 }], kept), kept);
  assert.equal(normal([...kept, { c: 3 }], kept)[0], kept[0]);
});

test("normal_tooDeep_isRefused", () => {
  let deep = {};
  for (let i = 0; i < 70; i++) deep = { deep };
  assert.throws(() => normal(deep), RangeError);
});

test("put_wherePathsLead", () => {
  assert.deepEqual(put({ a: [1, 2] }, ["a", 1], 3, "x"), { a: [1, 3] });
  assert.deepEqual(put([1], [1], 2, "x"), [1, 2]);
  assert.throws(() => put([1], [3], 2, "x"), /`x` has 1 items, and `3` is no position/);
  assert.throws(() => put({ a: null }, ["a", "b"], 2, "x"), /`x\.a` is `null` and has no `b`/);
  assert.equal(Object.getPrototypeOf(put({}, ["__proto__"], { evil: 1 }, "x")), Object.prototype);
});

test("uuid_isOne", () => {
  assert.match($.uuid(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
