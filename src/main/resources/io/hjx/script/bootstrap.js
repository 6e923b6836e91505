// What a script sees: `store`, timers, `console`. Made once per instance over the few functions of `host`, which take and
// give JSON texts and numbers only, so that no object of the server is ever within a script's reach.
(function (host) {
  'use strict';

  const parse = JSON.parse;
  const stringify = JSON.stringify;
  const freeze = Object.freeze;

  function frozen(value) {
    if (value !== null && typeof value === 'object') {
      Object.values(value).forEach(frozen);
      freeze(value);
    }
    return value;
  }

  function read(json) {
    return json == null ? undefined : frozen(parse(json));
  }

  // What JSON.stringify would silently turn into nothing or into `{}`
  function refuseForeign(key, value) {
    const foreign =
      typeof value === 'function' || typeof value === 'symbol' || value instanceof Map || value instanceof Set ||
      value instanceof WeakMap || value instanceof WeakSet || value instanceof Promise;
    if (foreign) {
      const kind = typeof value === 'object' ? value.constructor.name : typeof value;
      throw new TypeError((key === '' ? '' : '"' + key + '" ') + 'of type ' + kind);
    }
    return value;
  }

  function write(what, value) {
    let json;
    try {
      json = stringify(value, refuseForeign);
    } catch (error) {
      throw new TypeError(what + ': the value is not JSON: ' + error.message);
    }
    if (json === undefined) {
      throw new TypeError(what + ': a value of type ' + typeof value + ' is not JSON');
    }
    return json;
  }

  function check(problem) {
    if (problem != null) {
      throw new Error(problem);
    }
  }

  // --- store ---------------------------------------------------------------------------------------------------------

  const listeners = new Map();
  const computed = new Map();
  const outdated = new Set();
  const running = [];
  let tracking = null;

  function get(key) {
    if (key === undefined) {
      if (tracking) tracking.add('*');
      [...outdated].forEach(refresh);
      return read(host.getAll());
    }
    const name = String(key);
    if (tracking) tracking.add(name);
    if (running.includes(name)) {
      throw new Error('a cycle: ' + [...running.slice(running.indexOf(name)), name].join(' -> '));
    }
    refresh(name);
    return read(host.get(name));
  }

  // A computed name that is read before its turn has come is brought up to date first
  function refresh(name) {
    if (outdated.has(name)) {
      evaluate(name);
    }
  }

  function set(key, value) {
    if (tracking) {
      throw new Error('store.set inside the function of store.compute');
    }
    if (key !== null && typeof key === 'object') {
      for (const [name, item] of Object.entries(key)) {
        check(host.set(name, write('store.set("' + name + '")', item)));
      }
      return;
    }
    check(host.set(String(key), write('store.set("' + key + '")', value)));
  }

  function on(event, listener) {
    if (typeof listener !== 'function') {
      throw new TypeError('store.on("' + event + '"): the listener is not a function');
    }
    const name = String(event);
    const present = listeners.get(name) ?? [];
    if (present.length >= 1000) {
      throw new Error('store.on("' + name + '"): more than 1000 listeners');
    }
    check(host.listen(name));
    listeners.set(name, present);
    present.push(listener);
  }

  function evaluate(key) {
    const entry = computed.get(key);
    const outer = tracking;
    outdated.delete(key);
    running.push(key);
    tracking = new Set();
    try {
      check(host.setComputed(key, write('store.compute("' + key + '")', entry.fn())));
    } catch (error) {
      host.failed('store.compute("' + key + '"): ' + error, String(error?.stack));
    } finally {
      entry.reads = tracking;
      tracking = outer;
      running.pop();
      host.reads(key, stringify([...entry.reads]));
    }
  }

  function compute(key, fn) {
    if (typeof fn !== 'function') {
      throw new TypeError('store.compute("' + key + '"): the second argument is not a function');
    }
    const name = String(key);
    computed.set(name, { fn, reads: new Set() });
    evaluate(name);
    recomputeAfter([name]);
  }

  function recomputeAfter(changed) {
    const reached = new Set(changed);
    for (const name of reached) {
      for (const [key, { reads }] of computed) {
        if (key !== name && !outdated.has(key) && (reads.has(name) || reads.has('*'))) {
          reached.add(key);
          outdated.add(key);
        }
      }
    }
    [...outdated].forEach(refresh);
  }

  const store = freeze({
    get,
    set(key, value) {
      set(key, value);
      if (computed.size === 0) return;
      const names = key !== null && typeof key === 'object' ? Object.keys(key) : [String(key)];
      recomputeAfter(names);
    },
    on,
    compute,
    broadcast(event, data) {
      const json = data === undefined ? 'null' : write('store.broadcast("' + event + '")', data);
      check(host.broadcast(String(event), json));
    },
  });

  // --- timers --------------------------------------------------------------------------------------------------------

  const timers = new Map();
  let lastTimer = 0;

  function start(callback, delay, args, repeat) {
    if (typeof callback !== 'function') {
      throw new TypeError('a timer takes a function');
    }
    const id = ++lastTimer;
    const wait = Math.trunc(Math.max(1, Math.min(Number(delay) || 0, 0x7fffffff)));
    check(host.schedule(id, wait));
    timers.set(id, { callback, args, wait, repeat });
    return id;
  }

  function clear(id) {
    if (timers.delete(id)) {
      host.cancel(id);
    }
  }

  function define(name, value) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }

  define('setTimeout', (callback, delay, ...args) => start(callback, delay, args, false));
  define('setInterval', (callback, delay, ...args) => start(callback, delay, args, true));
  define('clearTimeout', clear);
  define('clearInterval', clear);
  define('queueMicrotask', (callback) => {
    if (typeof callback !== 'function') {
      throw new TypeError('queueMicrotask takes a function');
    }
    Promise.resolve().then(callback);
  });

  // --- console -------------------------------------------------------------------------------------------------------

  function shown(value) {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return String(value.stack ?? value);
    try {
      return stringify(value) ?? String(value);
    } catch {
      return String(value);
    }
  }

  function printer(level) {
    return (...args) => {
      if (host.logs()) {
        host.log(level, args.map(shown).join(' '), String(new Error().stack));
      }
    };
  }

  define(
    'console',
    freeze({
      log: printer('INFO'),
      info: printer('INFO'),
      warn: printer('WARNING'),
      error: printer('ERROR'),
      debug: printer('DEBUG'),
      trace: printer('DEBUG'),
    }),
  );

  // --- what the server calls -----------------------------------------------------------------------------------------

  // Promises that the script returns are left alone: what nobody takes fails the turn or continuation that it is of.
  let initial;

  // Runs a turn's own code, and tells the server that from here on only continuations run
  function turn(work) {
    const result = work();
    host.returned();
    return result;
  }

  return {
    init(module) {
      if (typeof module.init === 'function') {
        initial = turn(() => module.init(store));
      }
    },

    fire(id) {
      const timer = timers.get(id);
      if (!timer) {
        return;
      }
      if (timer.repeat) {
        check(host.schedule(id, timer.wait));
      } else {
        timers.delete(id);
      }
      turn(() => void timer.callback(...timer.args));
    },

    deliver(event, args, client) {
      const values = read(args);
      const caller = freeze({ ...read(client), args: values });
      turn(() => (listeners.get(event) ?? []).forEach((listener) => void listener(values[0], caller)));
    },

    recompute(changed) {
      const names = parse(changed);
      if (names.includes('*')) {
        [...computed.keys()].forEach((key) => outdated.add(key));
      }
      turn(() => recomputeAfter(names));
    },

    stop() {
      timers.clear();
      if (typeof initial === 'function') {
        initial();
      } else {
        Promise.resolve(initial).then((cleanUp) => typeof cleanUp === 'function' && cleanUp(), () => {});
      }
    },
  };
});
