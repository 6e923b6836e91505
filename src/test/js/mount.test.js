// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Instance } from "../../main/webapp/hjx/components.js";
import { App } from "../../main/webapp/hjx/mount.js";

const row = /** @type {any} */ ({ name: "Row", state: { count: 1 }, local: { open: 2 }, initial: { count: 0, open: false } });
const app = () => new App({ state: { "3:k1/count": 5 }, local: { "3:k1/open": true }, send: async () => {} });

test("take_missingNames_stay", () => {
  const mounted = app();
  const child = new Instance(mounted, row, [[3, "k1"]], null);
  mounted.take({ other: 1 }, null, 2);
  assert.equal(child.refresh(), 0);
  assert.deepEqual(child.state, { count: 5, open: true });
});

test("reset_missingNames_areForgotten", () => {
  const mounted = app();
  const child = new Instance(mounted, row, [[3, "k1"]], null);
  mounted.reset({ other: 1 }, {}, 2);
  assert.equal(child.refresh(), 3);
  assert.deepEqual(child.state, { count: 0, open: false });
  assert.deepEqual(new Instance(mounted, row, [[3, "k1"]], null).state, { count: 0, open: false });
  assert.equal(mounted.version, 2);
});
