package io.hjx.script;

import io.hjx.runtime.spi.ScriptHost;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * The functions that {@code bootstrap.js} gets as {@code host}: they take and give texts and numbers only. A returned
 * text of a function that changes something is a refusal, which the bootstrap throws as an {@code Error}; nothing
 * (null) means done. Confined to the turn.
 */
final class HostFunctions {

    /** The longest line of {@code console} output, in characters. */
    private static final int MAX_LINE = 8_192;

    private final ScriptHost host;
    private final ScriptStore store;
    private final ScriptTimers timers;
    private final ScriptErrors errors;
    private final LogThrottle throttle;
    private final TurnLog log;

    HostFunctions(
            ScriptHost host,
            ScriptStore store,
            ScriptTimers timers,
            ScriptErrors errors,
            LogThrottle throttle,
            TurnLog log) {
        this.host = host;
        this.store = store;
        this.timers = timers;
        this.errors = errors;
        this.throttle = throttle;
        this.log = log;
    }

    ProxyObject proxy() {
        Map<String, Object> functions = new LinkedHashMap<>();
        functions.put("get", function(call -> store.get(text(call, 0))));
        functions.put("getAll", function(call -> store.getAll()));
        functions.put("set", function(call -> store.set(text(call, 0), text(call, 1))));
        functions.put("setComputed", function(call -> store.setComputed(text(call, 0), text(call, 1))));
        functions.put("reads", function(call -> store.noteReads(text(call, 0), text(call, 1))));
        functions.put("listen", function(call -> store.listen(text(call, 0))));
        functions.put("broadcast", function(call -> store.broadcast(text(call, 0), text(call, 1))));
        functions.put("schedule", function(call -> timers.schedule(call[0].asLong(), call[1].asLong())));
        functions.put("cancel", function(call -> timers.cancel(call[0].asLong())));
        functions.put("returned", function(call -> returned()));
        functions.put("logs", (ProxyExecutable) call -> throttle.permits());
        functions.put("log", function(call -> log(text(call, 0), text(call, 1), text(call, 2))));
        functions.put("failed", function(call -> failed(text(call, 0), text(call, 1))));
        return ProxyObject.fromMap(functions);
    }

    /** A host function: what it returns is a text or nothing. */
    @FunctionalInterface
    private interface HostFunction {
        @Nullable String call(Value... arguments);
    }

    @SuppressWarnings("NullAway") // null is how a host function answers `null` to a script
    private static ProxyExecutable function(HostFunction function) {
        return function::call;
    }

    private static String text(Value[] arguments, int index) {
        return arguments[index].asString();
    }

    private @Nullable String returned() {
        log.returned();
        return null;
    }

    private @Nullable String log(String level, String text, String stack) {
        String line = text.length() <= MAX_LINE ? text : text.substring(0, MAX_LINE) + "...";
        host.log(Level.valueOf(level), errors.placed(line, stack));
        return null;
    }

    private @Nullable String failed(String text, String stack) {
        if (throttle.permits()) {
            host.failed(errors.inStack(text, stack));
        }
        return null;
    }
}
