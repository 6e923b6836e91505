// @ts-check
/** Applies patches that a server has made: `node patches.js FILE`, each of its lines a value, a patch and the result. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { patched } from "../../main/webapp/hjx/patch.js";

/** A value that cannot be changed. @param {any} value */
export function frozen(value) {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const file = process.argv[1].endsWith("patches.js") ? process.argv[2] : undefined;
const lines = file ? readFileSync(file, "utf8").trim().split("\n") : [];
for (const line of lines) {
  const { before, patch, after } = JSON.parse(line);
  // Texts, since the order of keys counts
  assert.equal(JSON.stringify(patched(frozen(before), patch)), JSON.stringify(after), line);
}
if (file) console.log(lines.length);
