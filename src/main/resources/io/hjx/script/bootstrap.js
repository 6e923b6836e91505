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

  function write(what, value) {
    let json;
    try {
      json = stringify(value);
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
  let tracking = null;

  function get(key) {
    if (key === undefined) {
      if (tracking) tracking.add('*');
      return read(host.getAll());
    }
    if (tracking) tracking.add(String(key));
    return read(host.get(String(key)));
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
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
    host.listen(name);
  }

  function evaluate(key) {
    const entry = computed.get(key);
    const outer = tracking;
    tracking = new Set();
    try {
      check(host.setComputed(key, write('store.compute("' + key + '")', entry.fn())));
    } catch (error) {
      host.failed('store.compute("' + key + '"): ' + error, String(error?.stack));
    } finally {
      entry.reads = tracking;
      tracking = outer;
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
    const dirty = new Set(changed);
    const done = new Set();
    for (let again = true; again; ) {
      again = false;
      for (const [key, { reads }] of computed) {
        if (!done.has(key) && !dirty.has(key) && (reads.has('*') || [...reads].some((name) => dirty.has(name)))) {
          done.add(key);
          evaluate(key);
          dirty.add(key);
          again = true;
        }
      }
    }
  }

  const store = freeze({
    get,
    set(key, value) {
      set(key, value);
      const names = key !== null && typeof key === 'object' ? Object.keys(key) : [String(key)];
      recomputeAfter(names);
    },
    on,
    compute,
    broadcast(event, data) {
      host.broadcast(String(event), data === undefined ? 'null' : write('store.broadcast("' + event + '")', data));
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
    timers.set(id, { callback, args, wait, repeat });
    check(host.schedule(id, wait));
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
    return (...args) => host.log(level, args.map(shown).join(' '));
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

  let stopped;

  return {
    init(module) {
      if (typeof module.init !== 'function') {
        return;
      }
      const result = module.init(store);
      if (typeof result === 'function') {
        stopped = result;
      } else if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
        return result.then((value) => {
          if (typeof value === 'function') stopped = value;
        });
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
      return timer.callback(...timer.args);
    },

    deliver(event, args, client) {
      const values = read(args);
      const caller = freeze({ ...parse(client), args: values });
      return Promise.all((listeners.get(event) ?? []).map((listener) => listener(values[0], caller)));
    },

    recompute(changed) {
      recomputeAfter(parse(changed));
    },

    stop() {
      timers.clear();
      if (stopped) {
        stopped();
      }
    },
  };
});
