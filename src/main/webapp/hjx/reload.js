// @ts-check
/** Showing another version of a component in an open page, without loading the page. Loaded when there is one. */
import { keeping, sitesOf } from "./keep.js";

/** The hash of this runtime, which is in the address of every module that is made for it. */
const RUNTIME = new URL(import.meta.url).pathname.split("/").at(-2);
const IMPORT = /^(import\b[^\n"]*)"(\.\.\/[\w-]+\/(\w+\.js))"/gm;

/**
 * Puts another version of a component into its place.
 *
 * @param {Element} host
 * @param {string} before the address of the module that shows it now
 * @param {string} after the address of the module that is to show it
 * @param {() => boolean} wanted asked when everything is loaded: another version may have come meanwhile
 * @param {(component?: any) => void} show shows the new component, or where none is given newer values in the old one
 */
export async function swap(host, before, after, wanted, show) {
  if (!after.includes(`-${RUNTIME}/`)) throw new Error(`${after} is made for another runtime`);
  const style = await loadStyle(after, before);
  const component = (await sameCode(before, after)) ? undefined : (await import(after)).default;
  if (!wanted()) return void dropStyle(after);
  // Style and nodes in one go: nobody sees the one without the other
  style.media = "all";
  if (component) keeping(host, () => show(component));
  else show();
  dropStyle(before);
  return component && sitesOf(host);
}

/**
 * True where two versions of a module, and of those that it imports, differ in their addresses alone.
 *
 * @param {string} before @param {string} after @param {(address: string) => Promise<string>} [load]
 * @returns {Promise<boolean>}
 */
export async function sameCode(before, after, load = textOf) {
  if (before === after) return true;
  const [old, fresh] = await Promise.all([load(before), load(after)]);
  if (old.replace(IMPORT, "$1$3") !== fresh.replace(IMPORT, "$1$3")) return false;
  const imports = (/** @type {string} */ text, /** @type {string} */ base) =>
    [...text.matchAll(IMPORT)].map(([, , address]) => new URL(address, base).href);
  const newer = imports(fresh, after);
  const same = await Promise.all(imports(old, before).map((address, i) => sameCode(address, newer[i], load)));
  return same.every(Boolean);
}

/** @param {string} address */
async function textOf(address) {
  return (await fetch(address)).text();
}

/** A component's style lies beside its module. @param {string} module */
const styleOf = (module) => module.replace(/\.js$/, ".css");

/** @param {string} module @returns {HTMLLinkElement | undefined} */
function linkOf(module) {
  const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
  return [...links].find((link) => link.href === styleOf(module));
}

/** A version's style, loaded, but without effect until it gets a medium. @param {string} module
 * @param {string} before @returns {Promise<HTMLLinkElement>} */
function loadStyle(module, before) {
  const present = linkOf(module);
  if (present?.sheet) return Promise.resolve(present);
  const link = present ?? document.createElement("link");
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve(link));
    link.addEventListener("error", () => reject(new Error(`${link.href} cannot be loaded`)));
  });
  if (!present) {
    Object.assign(link, { rel: "stylesheet", media: "not all", href: styleOf(module) });
    const old = linkOf(before);
    if (old) old.after(link);
    else document.head.append(link);
  }
  return loaded;
}

/** Takes a version's style off the page once nothing on it shows that version. @param {string} module */
function dropStyle(module) {
  const hosts = [...document.querySelectorAll("hjx-component")];
  if (hosts.every((/** @type {any} */ host) => host.module !== module)) linkOf(module)?.remove();
}
