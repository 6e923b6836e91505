package io.hjx.store;

import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.Map;

/**
 * An open transaction that is closed to a function when its time is over: whoever is late finds it closed and can do no
 * harm. Thread-safe.
 */
final class BoundedState implements ScriptState {

    private final ScriptState state;
    private boolean closed;

    BoundedState(ScriptState state) {
        this.state = state;
    }

    synchronized void close() {
        closed = true;
    }

    private ScriptState open() {
        if (closed) {
            throw new IllegalStateException("the change is over: what it is given cannot be used any more");
        }
        return state;
    }

    @Override
    public synchronized Value get(String key) {
        return open().get(key);
    }

    @Override
    public synchronized Map<String, Value> getAll() {
        return open().getAll();
    }

    @Override
    public synchronized void set(String key, Value value) {
        open().set(key, value);
    }

    @Override
    public synchronized void setComputed(String key, Value value) {
        open().setComputed(key, value);
    }

    @Override
    public synchronized void broadcast(String event, Value data) {
        open().broadcast(event, data);
    }

    @Override
    public synchronized void rollBack() {
        open().rollBack();
    }
}
