package io.hjx.test;

import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.eval.Surroundings;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a page knows, as its layout reads it. Immutable. */
record PageState(ObjectValue state, ObjectValue own) implements StateAccess {

    @Override
    public @Nullable Value shared(String key) {
        return state.has(key) ? state.get(key) : null;
    }

    @Override
    public Set<String> sharedKeys() {
        return state.properties().keySet();
    }

    @Override
    public @Nullable Value local(String key) {
        return own.has(key) ? own.get(key) : null;
    }

    @Override
    public Set<String> localKeys() {
        return own.properties().keySet();
    }

    @Override
    public Value user() {
        return own.has("user") ? own.get("user") : Undefined.UNDEFINED;
    }

    @Override
    public Value client() {
        return own.has("client") ? own.get("client") : Undefined.UNDEFINED;
    }

    @Override
    public void setShared(String key, Value value) {
        throw new UnsupportedOperationException("a layout sets nothing");
    }

    @Override
    public void setLocal(String key, Value value) {
        throw new UnsupportedOperationException("a layout sets nothing");
    }

    @Override
    public Surroundings surroundings() {
        throw new UnsupportedOperationException("a layout asks nothing of the world");
    }
}
