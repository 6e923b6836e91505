package io.hjx.runtime.instance;

import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The open transaction as a script sees it: the component's own names, without those of children. Confined to the turn.
 */
record ScriptView(Transaction transaction, Behavior behavior, Set<String> computed) implements ScriptState {

    @Override
    public Value get(String key) {
        Value value = isOwn(key) ? transaction.shared(key) : null;
        return value == null ? Undefined.UNDEFINED : value;
    }

    @Override
    public Map<String, Value> getAll() {
        Map<String, Value> own = new LinkedHashMap<>();
        transaction.view().forEach((key, value) -> {
            if (isOwn(key)) {
                own.put(key, value);
            }
        });
        return own;
    }

    private static boolean isOwn(String key) {
        return key.indexOf('/') < 0;
    }

    @Override
    public void set(String key, Value value) {
        if (computed.contains(key)) {
            throw new IllegalArgumentException("`" + key + "` is kept by `compute` and cannot be set");
        }
        if (!behavior.settable(key)) {
            throw new IllegalArgumentException("`" + key + "` is declared neither in `state` nor in `secret`");
        }
        if (value instanceof Undefined || value instanceof FunctionValue) {
            throw new IllegalArgumentException("the value for `" + key + "` is not JSON");
        }
        transaction.setShared(key, value);
    }

    @Override
    public void setComputed(String key, Value value) {
        if (!isOwn(key)) {
            throw new IllegalArgumentException("`" + key + "` is not a name");
        }
        transaction.setShared(key, value);
    }

    @Override
    public void broadcast(String event, Value data) {
        transaction.broadcast(event, data);
    }
}
