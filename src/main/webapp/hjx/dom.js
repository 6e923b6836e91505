// @ts-check
/**
 * What compiled components are made of, and `mount`, which shows one.
 *
 * A component's module describes its layout as blocks: the root, each branch of an `if`, the item of a `for`, what
 * fills a slot. A block's nodes are cloned from a template, or adopted where the server has written them already; the same
 * walk then finds the nodes that change, and gives back the function that brings them up to date. That function takes
 * the changed names as the bits of a number, and touches nothing else.
 */
export { mount } from "./mount.js";
export { elements, shapes, gap, hole } from "./template.js";
export { block, last, when } from "./blocks.js";
export { component } from "./components.js";
export { text, attr, classes, className } from "./bindings.js";
export { show, attempt, rest, ALL, CHILDREN, SLOT, REST } from "./values.js";
export { on } from "./events.js";

// What is loaded only where it is needed builds on these
export { adopting, ending } from "./template.js";
export { View, insert, remove } from "./blocks.js";
export { Instance, address, rowsAround } from "./components.js";
export { attribute, choose, target, writeAttribute, writeClasses } from "./bindings.js";
export { report, same } from "./values.js";
