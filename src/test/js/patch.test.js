// @ts-check
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { patched } from "../../main/webapp/hjx/patch.js";
import { frozen } from "./patches.js";

const transcript = readFileSync(new URL("../resources/protocol/patches.jsonl", import.meta.url), "utf8");
for (const line of transcript.trim().split("\n")) {
  const { name, before, patch, after } = JSON.parse(line);
  test(`patch_${name.replaceAll(/[^a-z]+/g, "_")}`, () => {
    const result = patched(frozen(before), patch);
    assert.equal(JSON.stringify(result), JSON.stringify(after));
  });
}

test("patch_whatItLeavesAlone_isShared", () => {
  const before = frozen({ a: [{ n: 1 }, { n: 2 }], b: {}, c: [] });
  const after = patched(before, [{ op: "replace", path: "/a/0/n", value: 3 }]);
  assert.notEqual(after.a, before.a);
  assert.equal(after.a[1], before.a[1]);
  assert.equal(after.b, before.b);
  assert.equal(after.c, before.c);
});

test("patch_ofThePrototype_changesNone", () => {
  const path = "/a/__proto__";
  assert.equal(patched(frozen({ a: {} }), [{ op: "add", path, value: { n: 1 } }]), undefined);
  assert.equal(patched(frozen({ a: {} }), [{ op: "add", path: path + "/n", value: 1 }]), undefined);
  assert.equal(Object.hasOwn(Object.prototype, "n"), false);
});

test("patch_ofManyItems_copiesTheListOnce", () => {
  const before = frozen({ a: Array.from({ length: 10_000 }, (_, i) => ({ i })) });
  const patch = Array.from({ length: 1_000 }, (_, i) => ({ op: "remove", path: "/a/" + (9_999 - i) }));
  assert.deepEqual(patched(before, patch), { a: before.a.slice(0, 9_000) });
});
