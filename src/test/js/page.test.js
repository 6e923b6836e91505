// @ts-check
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { FakePage } from "./fakepage.js";
import { settle } from "./fakes.js";

// The module listens and defines its element once, as in a page.
const page = new FakePage();
const HjxComponent = await page.load(() => import("../../main/webapp/hjx/page.js"));
const { server } = page;

beforeEach(() => page.clear());

/** @param {Record<string, string>} attributes @param {any[]} children */
function place(attributes, ...children) {
  const host = page.create(HjxComponent, attributes);
  host.replaceChildren(...children);
  page.body.append(host);
  return host;
}

const snapshot = (sub, word) => ({ type: "snapshot", sub, epoch: "e", version: 1, state: {}, module: page.module(word) });
const written = (word) => ({ epoch: "e", version: 5, state: {}, local: {}, module: page.module(word) });
const subscribed = () => server.socket.of("subscribe");
const unsubscribed = () => server.socket.of("unsubscribe").map((message) => message.sub);
const shown = (host) => host.children.map((child) => child.textContent).join("|");

test("element_inAPage_subscribesOverOneConnection", () => {
  place({ name: "Counter", key: "42" });
  place({ name: "Counter", key: "42" });
  place({ name: "Todo" });
  assert.equal(server.sockets.length, 1);
  assert.deepEqual(
    subscribed().map(({ component, key }) => [component, key]),
    [["Counter", "42"], ["Counter", "42"], ["Todo", ""]],
  );
  assert.equal(new Set(subscribed().map(({ sub }) => sub)).size, 3);
});

test("element_address_isThatOfTheRuntimesApplication", () => {
  place({ name: "Counter" });
  assert.equal(new URL("../../hjx", import.meta.url).pathname, new URL(server.socket.url).pathname);
});

test("element_removed_unsubscribesAndIsEmpty", async () => {
  const host = place({ name: "Counter" }, page.paragraph("Loading"));
  host.remove();
  await settle();
  assert.deepEqual(unsubscribed(), [subscribed()[0].sub]);
});

test("element_moved_goesOn", async () => {
  const host = place({ name: "Counter" });
  host.remove();
  page.body.append(host);
  await settle();
  assert.equal(subscribed().length, 1);
  assert.deepEqual(unsubscribed(), []);
});

test("element_bothAttributesChanged_isOneOtherSubscription", async () => {
  const host = place({ name: "Counter" });
  host.setAttribute("name", "Todo");
  host.setAttribute("key", "7");
  await settle();
  assert.deepEqual(subscribed().slice(1).map(({ component, key }) => [component, key]), [["Todo", "7"]]);
  assert.deepEqual(unsubscribed(), [subscribed()[0].sub]);
});

test("element_sameAttributeAgain_changesNothing", async () => {
  const host = place({ name: "Counter" });
  host.setAttribute("key", "");
  await settle();
  assert.equal(subscribed().length, 1);
});

test("element_withoutName_saysSoUntilItHasOne", async () => {
  const host = place({});
  assert.match(shown(host), /needs a name/);
  assert.equal(host.children[0].getAttribute("role"), "alert");
  host.setAttribute("name", "Counter");
  await settle();
  assert.equal(subscribed().length, 1);
});

test("element_refused_saysWhyAsText_andOthersGoOn", async () => {
  const refused = place({ name: "<b>" }, page.paragraph("Loading"));
  const other = place({ name: "Counter" }, page.paragraph("Loading"));
  const [one, two] = subscribed();
  server.socket.say({ type: "error", sub: one.sub, code: "unknown-component", message: "there is none" });
  server.socket.say(snapshot(two.sub, "built"));
  await page.loaded(page.module("built"));
  assert.equal(shown(refused), "<b> cannot be shown: there is none.");
  assert.equal(shown(other), "built");
});

test("element_refusedAsTheServerWrote_isNotToldTwice", async () => {
  const host = place({ name: "Vault" }, page.paragraph("Vault cannot be shown: sign in."));
  const [written] = host.children;
  server.socket.say({ type: "error", sub: subscribed()[0].sub, code: "sign-in", message: "sign in" });
  await settle();
  assert.deepEqual(host.children, [written]);
});

test("element_refusedAndLaterAdmitted_isShown", async () => {
  const host = place({ name: "Counter" });
  const [{ sub }] = subscribed();
  server.socket.say({ type: "error", sub, code: "sign-in", message: "sign in" });
  server.socket.say(snapshot(sub, "late"));
  await page.loaded(page.module("late"));
  assert.equal(shown(host), "late");
});

test("element_fallback_standsUntilTheSnapshot", async () => {
  const host = place({ name: "Counter" }, page.paragraph("Loading"));
  await settle();
  assert.equal(shown(host), "Loading");
  server.socket.say(snapshot(subscribed()[0].sub, "x"));
  await page.loaded(page.module("x"));
  assert.equal(shown(host), "x");
});

test("element_serversHtml_isAdoptedWithItsState", async () => {
  const host = place({ name: "Counter" }, page.paragraph("first"), page.dataBlock(written("adopted")));
  const [first, second] = host.children;
  await page.loaded(page.module("adopted"));
  assert.deepEqual(subscribed()[0].since, { epoch: "e", version: 5 });
  assert.equal(first.textContent, "adopted");
  assert.deepEqual(host.children, [first, second]);
});

test("form_inTheServersHtml_waitsForTheComponent_anyOtherIsThePagesOwn", async () => {
  const [fallback, first] = [page.paragraph("form"), page.paragraph("form")];
  place({ name: "Counter" }, fallback);
  place({ name: "Counter" }, first, page.dataBlock(written("formed")));
  assert.equal(page.submit(fallback), true);
  assert.equal(page.submit(first), false);
  await page.loaded(page.module("formed"));
  assert.equal(page.submit(first), true);
});

test("element_backInThePage_doesNotAdoptTwice", async () => {
  const host = place({ name: "Counter" }, page.paragraph("first"), page.dataBlock(written("adopted")));
  host.remove();
  await settle();
  host.replaceChildren(page.paragraph("old"), page.dataBlock(written("adopted")));
  page.body.append(host);
  assert.equal(subscribed()[1].since, undefined);
});

test("element_goneBeforeItsModuleCame_isNotFilled", async () => {
  const host = place({ name: "Counter" });
  server.socket.say(snapshot(subscribed()[0].sub, "y"));
  host.setAttribute("name", "Todo");
  await page.loaded(page.module("y"));
  assert.equal(shown(host), "");
});

test("module_thatCannotBeLoaded_isSaidInItsPlace", async () => {
  const host = place({ name: "Counter" });
  const module = "data:text/javascript,throw 1";
  const sub = subscribed()[0].sub;
  server.socket.say({ ...snapshot(sub, ""), module });
  await page.loaded(module);
  assert.equal(shown(host), "Counter cannot be shown.");
});

test("script_ofASecondApplication_leavesTheFirstInForce", async () => {
  await assert.rejects(import("../../main/webapp/hjx/page.js?other"), /another was first/);
});
