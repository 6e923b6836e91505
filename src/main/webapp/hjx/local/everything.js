// @ts-check
/** What handlers and computed names have beyond what layouts may use: functions of time, chance and language. */
import * as pure from "../expr.js";

/** A random version 4 UUID; pages that do not come over HTTPS have no `crypto.randomUUID`. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** As on the server: American English unless another is named, and of the options the numbers of digits alone.
 * @param {number} number @param {any} locale @param {any} options */
function localNumber(number, locale, options) {
  const digits = (/** @type {string} */ name) => {
    const given = pure.get(options, name);
    return typeof given === "number" ? Math.trunc(Math.max(0, Math.min(100, given))) : undefined;
  };
  const least = digits("minimumFractionDigits") ?? 0;
  const most = digits("maximumFractionDigits") ?? Math.max(least, 3);
  const range = { minimumFractionDigits: Math.min(least, most), maximumFractionDigits: most };
  return number.toLocaleString(tag(locale), range);
}

/** @param {any} locale */
const tag = (locale) => (locale === undefined ? "en-US" : pure.str(locale));

/** @param {any[]} list @param {any} locale @param {any} options */
const localList = (list, locale, options) =>
  list.map((item) => (typeof item === "number" ? localNumber(item, locale, options) : pure.str(item ?? ""))).join(",");

/** @param {any} object @param {string} name @returns {((...args: any[]) => any) | undefined} */
function localMethod(object, name) {
  if (name === "toLocaleString" && typeof object === "number") return (...args) => localNumber(object, args[0], args[1]);
  if (name === "toLocaleString" && Array.isArray(object)) return (...args) => localList(object, args[0], args[1]);
  if (name !== "localeCompare" || typeof object !== "string") return undefined;
  return (other, locale) => Math.sign(object.localeCompare(pure.str(other), tag(locale)));
}

/** @param {any} object @param {any} key */
const anyMethod = (object, key) => localMethod(object, pure.str(key)) ?? pure.method(object, key);

/** @param {any} object @param {any} key @param {...any} args @returns {any} */
function callAny(object, key, ...args) {
  const found = localMethod(object, pure.str(key));
  return found ? found(...args) : pure.call(object, key, ...args);
}

/** All of `expr.js`, with what only handlers and computed names have. */
export const everything = { ...pure, method: anyMethod, call: callAny, uuid };
