package io.hjx.handlers;

import io.hjx.api.Store;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.HandlerState;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names of a component during one call. Thread-safe: the call's own thread uses it, and the limit of its time, or
 * its end, closes it from another.
 */
final class TurnDraft implements Store.Draft {

    private final Ports ports;

    /** Guarded by this; null when it is closed. */
    private @Nullable HandlerState state;

    /** Guarded by this: the transactions in which something was set. */
    private final Set<Object> seen = new HashSet<>();

    /** Guarded by this. */
    private boolean rolledBack;

    TurnDraft(HandlerState state, Ports ports) {
        this.state = state;
        this.ports = ports;
    }

    /** Ends it: whoever goes on using it is told so. */
    synchronized void close() {
        state = null;
    }

    /** Whether a transaction in which something was set has been rolled back. */
    synchronized boolean isRolledBack() {
        return rolledBack;
    }

    private HandlerState open() {
        if (state == null) {
            throw new IllegalStateException("the call that this store was given to has ended");
        }
        return state;
    }

    synchronized HandlerState state() {
        return open();
    }

    private Value value(String key) {
        Value value = open().get(key);
        if (value instanceof Undefined) {
            Set<String> names = open().getAll().keySet();
            if (!names.contains(key)) {
                throw new IllegalArgumentException(
                        "there is no name `" + key + "`; there are " + String.join(", ", new TreeSet<>(names)));
            }
        }
        return value;
    }

    @Override
    public synchronized @Nullable Object get(String key) {
        return ports.codec().plain(value(key));
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        Value value;
        synchronized (this) {
            value = value(key);
        }
        // Outside the lock, which whoever ends the call takes: constructors and getters of the application may wait
        @SuppressWarnings("unchecked")
        T read = (T) ports.codec().read(value, type);
        return read;
    }

    @Override
    public synchronized Map<String, @Nullable Object> get() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        open().getAll().forEach((name, value) -> all.put(name, ports.codec().plain(value)));
        return Collections.unmodifiableMap(all);
    }

    @Override
    public void set(String key, @Nullable Object value) {
        Value written = ports.codec().write(value);
        synchronized (this) {
            HandlerState present = open();
            follow();
            present.set(key, written);
        }
    }

    @Override
    public void broadcast(String event, @Nullable Object data) {
        Value written = ports.codec().write(data);
        synchronized (this) {
            HandlerState present = open();
            follow();
            present.broadcast(event, written);
        }
    }

    private void follow() {
        Object transaction = ports.transactions().present();
        if (transaction != null && seen.add(transaction)) {
            ports.transactions().onRollback(this::rolledBack);
        }
    }

    private synchronized void rolledBack() {
        rolledBack = true;
    }
}
