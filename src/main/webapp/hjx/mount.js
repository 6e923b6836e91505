// @ts-check
/** Showing a component in a page. */
import { Instance } from "./components.js";
import { Mismatch, whileAdopting } from "./template.js";
import { ALL, CHILDREN } from "./values.js";

/**
 * JSON values behind flat keys: a root's name as it is, a child's behind its path.
 *
 * @typedef {Record<string, any>} Values
 */

/**
 * What mounting takes.
 *
 * @typedef {object} MountOptions
 * @property {Values} state
 * @property {Values} [local] this client's own names; also `user` and `client` where the layout reads them
 * @property {number} [version]
 * @property {string} [epoch] whose version that is
 * @property {boolean} [adopt] the host holds the HTML of this state, as the server wrote it
 * @property {(message: any) => Promise<any>} send settled when the server has answered and its answer is shown
 */

/** What the parts of one mounted component share. */
export class App {
  /** @param {MountOptions} options */
  constructor({ state, local = {}, version = 0, epoch, send }) {
    this.state = { ...state };
    this.local = { ...local };
    this.version = version;
    this.epoch = epoch;
    /** @type {(message: any) => Promise<any>} */ this.send = async (message) => send(message);
    /** @type {?import("./order.js").Order} */ this.order = null;
  }

  /** Takes new values of some names. @param {?Values} [state] @param {?Values} [local] @param {number} [version] */
  take(state, local, version) {
    Object.assign(this.state, state);
    Object.assign(this.local, local);
    this.version = version ?? this.version;
  }

  /** Takes these names in place of all there were. @param {Values} state @param {Values} local
   * @param {number} version @param {string} [epoch] */
  reset(state, local, version, epoch) {
    this.state = { ...state };
    this.local = { ...local };
    this.version = version;
    this.epoch = epoch;
  }

  /** Sends an event, and before it what was typed into bound inputs. @param {any} message
   * @returns {Promise<any>} */
  act(message) {
    return (this.order ?? this).send(message);
  }
}

/** A component on a page. */
class Mounted {
  /** @param {import("./components.js").Component} component @param {Element} host @param {MountOptions} options */
  constructor(component, host, options) {
    this.host = host;
    this.app = new App(options);
    this.root = new Instance(this.app, component, [], null);
    if (!options.adopt || !this.adopt()) this.build();
  }

  adopt() {
    try {
      whileAdopting(() => {
        this.root.component.layout.adopt(this.root, this.root, this.host.firstElementChild);
        this.root.update(ALL);
      });
      return true;
    } catch (error) {
      const known = error instanceof Mismatch || error instanceof TypeError;
      console.warn(`${this.root.component.name}: the page's HTML is built anew`, known ? error.message : error);
      return false;
    }
  }

  build() {
    const node = this.root.component.layout.create(this.root, this.root);
    this.root.update(ALL);
    this.host.replaceChildren(node);
  }

  /** Shows newer values of some names; the others stay. @param {?Values} [state] @param {?Values} [local]
   * @param {number} [version] */
  update(state, local, version) {
    this.app.take(state, local, version);
    this.refresh();
  }

  /** Shows newer values of all names; a name that is missing has its first value again. @param {Values} state
   * @param {Values} local @param {number} version @param {string} [epoch] */
  reset(state, local, version, epoch) {
    this.app.reset(state, local, version, epoch);
    this.refresh();
  }

  refresh() {
    this.root.update(this.root.refresh() | CHILDREN);
  }

  /** Takes the component off the page. */
  destroy() {
    this.host.replaceChildren();
  }
}

/**
 * Shows a component in an element.
 *
 * @param {import("./components.js").Component} component the default export of its module
 * @param {Element} host @param {MountOptions} options
 */
export const mount = (component, host, options) => new Mounted(component, host, options);
