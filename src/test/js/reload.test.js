// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { find, traceOf } from "../../main/webapp/hjx/keep.js";
import { sameCode } from "../../main/webapp/hjx/reload.js";

/** A server that holds these texts by path. */
const served = (texts) => async (address) => texts[new URL(address).pathname];
const at = (path) => "http://host" + path;
const page = (child, text = "hi") => `import { block } from "../../hjx/r/dom.js";\nimport Row from "../${child}-r/Row.js";\n${text}`;

test("sameCode_importedStyleAlone_isTheSame", async () => {
  const load = served({
    "/c/p1-r/Page.js": page("k1"),
    "/c/p2-r/Page.js": page("k2"),
    "/c/k1-r/Row.js": "row",
    "/c/k2-r/Row.js": "row",
  });
  assert.equal(await sameCode(at("/c/p1-r/Page.js"), at("/c/p2-r/Page.js"), load), true);
});

test("sameCode_importedCode_isAnother", async () => {
  const load = served({
    "/c/p1-r/Page.js": page("k1"),
    "/c/p2-r/Page.js": page("k2"),
    "/c/k1-r/Row.js": "row",
    "/c/k2-r/Row.js": "row 2",
  });
  assert.equal(await sameCode(at("/c/p1-r/Page.js"), at("/c/p2-r/Page.js"), load), false);
});

test("sameCode_textThatLooksLikeAnImport_isText", async () => {
  const load = served({
    "/c/p1-r/Page.js": 'show("../k1-r/Row.js")',
    "/c/p2-r/Page.js": 'show("../k2-r/Row.js")',
  });
  assert.equal(await sameCode(at("/c/p1-r/Page.js"), at("/c/p2-r/Page.js"), load), false);
});

/** Elements of one tag in a host, as far as finding them goes. */
const host = (...nodes) => /** @type {any} */ ({ querySelectorAll: (tag) => nodes.filter((node) => node.localName === tag) });
const input = (more = {}) => ({ localName: "input", type: "text", id: "", name: "", ...more });
const bound = (path, more = {}) => input({ $bound: { path, scope: { owner: { path: "" } } }, ...more });

test("find_boundPath_isSurerThanIdNameAndPlace", () => {
  const old = bound("a", { id: "x" });
  const trace = traceOf(host(old), old);
  assert.deepEqual(trace, { tag: "input", type: "text", names: ["a", "x", ""], position: 0 });
  const moved = bound("a");
  assert.equal(find(host(bound("b", { id: "x" }), moved), trace), moved);
});

test("find_withoutNames_isBySamePlace", () => {
  const [first, second] = [input(), input()];
  const trace = traceOf(host(first, second), second);
  const [, there] = [input(), input()];
  assert.equal(find(host(input(), there), trace), there);
  assert.equal(find(host(input()), trace), undefined);
});

test("find_samePlaceUnderAnotherName_isNotIt", () => {
  const old = input({ name: "mail" });
  assert.equal(find(host(input({ name: "phone" })), traceOf(host(old), old)), undefined);
});

test("find_anotherKindOfInput_isNotIt", () => {
  const old = bound("a");
  assert.equal(find(host(bound("a", { type: "checkbox" })), traceOf(host(old), old)), undefined);
});

test("find_radiosOfOneName_areToldApartByValue", () => {
  const radio = (value) => input({ type: "radio", name: "size", value });
  const [small, large] = [radio("s"), radio("l")];
  const trace = traceOf(host(small, large), large);
  const fresh = radio("l");
  assert.equal(find(host(fresh, radio("s")), trace), fresh);
});
