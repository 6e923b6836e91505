// @ts-check
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { bind, inserted } from "../../main/webapp/hjx/inputs.js";
import { App } from "../../main/webapp/hjx/mount.js";
import { settle } from "./fakes.js";

/** A text field as far as a bound input knows it: focused, with a caret. */
class Field extends EventTarget {
  type = "text";
  localName = "input";
  value = "";
  isConnected = true;
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection = "none";

  matches() {
    return document.activeElement === /** @type {any} */ (this);
  }

  setSelectionRange(start, end) {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }

  /** Types at the caret. */
  enterText(text) {
    this.value = this.value.slice(0, this.selectionStart) + text + this.value.slice(this.selectionEnd);
    this.selectionStart = this.selectionEnd = this.selectionStart + text.length;
    this.dispatchEvent(new Event("input"));
  }
}

/** @type {any[]} */ let sent;
/** @type {App} */ let app;
/** @type {any} */ let field;
/** @type {any} */ let bound;

beforeEach(() => {
  sent = [];
  const send = (message) => new Promise((answer, fail) => sent.push({ message, answer, fail }));
  app = new App({ state: {}, send });
  field = new Field();
  globalThis.document = /** @type {any} */ ({ activeElement: field });
  const owner = { app, at: [], props: {}, owner: "", component: { local: {} } };
  bound = bind(/** @type {any} */ ({ owner, items: [] }), field, 0, "value", "word");
  bound.show("");
});

const said = () => sent.map(({ message }) => message.value ?? message.kind);
const enter = () => app.act({ kind: "event" }).catch(() => {});

/** Answers what was sent, when the name has got these values meanwhile. */
async function answer(number, ...values) {
  values.forEach((value) => bound.show(value));
  sent[number].answer();
  await settle();
}

test("inserted_onlyTyping_isTold", () => {
  assert.deepEqual(inserted("Quick", "QuickNext"), { at: 5, text: "Next" });
  assert.deepEqual(inserted("Quick", "QuNextick"), { at: 2, text: "Next" });
  assert.deepEqual(inserted("aa", "aaa"), { at: 2, text: "a" });
  assert.deepEqual(inserted("", "a"), { at: 0, text: "a" });
  assert.equal(inserted("Quick", "Qui"), undefined);
  assert.equal(inserted("Quick", "Next"), undefined);
  assert.equal(inserted("aa", "a"), undefined);
});

test("enter_typedOnBeforeTheAnswer_keepsWhatIsNewAndItsCaret", async () => {
  field.enterText("Quick");
  await answer(0, "Quick");
  enter();
  field.enterText("Next");
  field.setSelectionRange(7, 7);
  assert.deepEqual(said(), ["Quick", "event"]);
  await answer(1, "");
  assert.deepEqual([field.value, field.selectionStart], ["Next", 2]);
  assert.deepEqual(said(), ["Quick", "event", "Next"]);
});

test("enter_behindHeldText_sendsWhatWasThereAlone", async () => {
  field.enterText("Q");
  field.enterText("uick");
  enter();
  field.enterText("Ne");
  enter();
  field.enterText("xt");
  await answer(0, "Q");
  assert.deepEqual(said(), ["Q", "Quick", "event"]);
  await answer(1, "Quick");
  await answer(2, "");
  assert.equal(field.value, "Next");
  assert.deepEqual(said(), ["Q", "Quick", "event", "Ne", "event"]);
  await answer(3, "Ne");
  await answer(4, "");
  assert.deepEqual([field.value, field.selectionStart], ["xt", 2]);
  assert.deepEqual(said(), ["Q", "Quick", "event", "Ne", "event", "xt"]);
});

test("enter_valueAndActionAnsweredAtOnce_emptiesTheField", async () => {
  field.enterText("Quick");
  enter();
  sent[0].answer();
  await answer(1);
  assert.equal(field.value, "");
});

test("enter_nameIsLeft_keepsTheWholeText", async () => {
  field.enterText("Quick");
  await answer(0, "Quick");
  enter();
  field.enterText("er");
  await answer(1);
  assert.equal(field.value, "Quicker");
  assert.deepEqual(said(), ["Quick", "event", "Quicker"]);
});

test("enter_fails_keepsTheWholeTextAndSendsIt", async () => {
  field.enterText("Quick");
  await answer(0, "Quick");
  enter();
  field.enterText("er");
  sent[1].fail(new Error("deliberate"));
  await settle();
  assert.deepEqual([field.value, said().at(-1)], ["Quicker", "Quicker"]);
});

test("enter_valueIsRefused_keepsTheText", async () => {
  field.enterText("Quick");
  enter();
  sent[0].fail(new Error("deliberate"));
  await answer(1);
  assert.equal(field.value, "Quick");
});

test("enter_textIsReplacedMeanwhile_staysAsTyped", async () => {
  field.enterText("Quick");
  await answer(0, "Quick");
  enter();
  field.setSelectionRange(0, 5);
  field.enterText("Other");
  await answer(1, "");
  assert.equal(field.value, "Other");
  assert.equal(said().at(-1), "Other");
});

test("enter_twiceOnTheSameText_goesAtOnce", async () => {
  field.enterText("Q");
  field.enterText("uick");
  enter();
  enter();
  await answer(0, "Q");
  assert.deepEqual(said(), ["Q", "Quick", "event", "event"]);
});

test("click_elsewhereWhileTextIsKeptBack_waitsForIt", async () => {
  field.enterText("Quick");
  await answer(0, "Quick");
  enter();
  field.enterText("Next");
  document.activeElement = null;
  app.act({ kind: "click" });
  assert.deepEqual(said(), ["Quick", "event"]);
  await answer(1, "");
  assert.deepEqual(said(), ["Quick", "event", "Next", "click"]);
});
