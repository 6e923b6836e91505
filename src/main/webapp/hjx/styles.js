// @ts-check

/** By address, what is settled when a style sheet is there, or has failed. @type {Map<string, Promise<void>>} */
const styles = new Map();

/**
 * Gives the page a style sheet that it does not have yet.
 *
 * @param {string} href a whole address
 * @returns {Promise<void>} settled when what is shown now has its style
 */
export function addStyle(href) {
  const there = [...document.styleSheets].some((sheet) => sheet.href === href);
  const style = styles.get(href) ?? (there ? Promise.resolve() : load(href));
  styles.set(href, style);
  return style;
}

/** Without its style a component still works, so a failure is no error here. @param {string} href */
function load(href) {
  return new Promise((/** @type {(_: void) => void} */ resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
