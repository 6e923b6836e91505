// @ts-check
/** The part of `expr.js` that most expressions do with: a bundle of it is half as large. */
export { add, assign, equal, fail, get, has, list, onList, opt, or, prim, rest, str, text } from "./expr.js";
