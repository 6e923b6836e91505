// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { on } from "../../main/webapp/hjx/events.js";
import { App } from "../../main/webapp/hjx/mount.js";

/** An element of an unkeyed row, and what it tells. @param {import("../../main/webapp/hjx/events.js").Modifiers} modifiers */
function start(modifiers) {
  const sent = [];
  const app = new App({ state: {}, version: 3, epoch: "e", send: async (message) => sent.push(message) });
  const row = { each: { loop: { name: "row" } }, index: 1, up: {}, owner: { app, at: [] } };
  const node = Object.assign(new EventTarget(), { isConnected: true, dataset: {}, hasAttribute: () => false });
  Object.assign(globalThis, { requestAnimationFrame: () => 0, cancelAnimationFrame: () => {} });
  on(/** @type {any} */ (row), node, "click", 4, modifiers);
  return { app, row, node, sent };
}

test("on_toldLater_meansWhereItHappened", async () => {
  /** @type {any} */ let tell;
  const { app, row, node, sent } = start({ pace: (fire) => (detail) => (tell = () => fire(detail)) });
  node.dispatchEvent(new Event("click"));
  row.index = 0;
  app.reset({}, {}, 5, "later");
  tell();
  await Promise.resolve();
  const { kind, site, at, items, version, epoch } = sent[0];
  assert.deepEqual(
    { kind, site, at, items, version, epoch },
    { kind: "event", site: 4, at: [], items: [["row", 1]], version: 3, epoch: "e" },
  );
});
