package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.HandlerState;
import io.hjx.runtime.spi.ScriptState;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The open transaction as the Java code of one component sees it: as its script does, and how it ends. */
record JavaView(ScriptState names, CompletionStage<Long> committed) implements HandlerState {

    @Override
    public Value get(String key) {
        return names.get(key);
    }

    @Override
    public Map<String, Value> getAll() {
        return names.getAll();
    }

    @Override
    public void set(String key, Value value) {
        names.set(key, value);
    }

    @Override
    public void setComputed(String key, Value value) {
        names.setComputed(key, value);
    }

    @Override
    public void broadcast(String event, Value data) {
        names.broadcast(event, data);
    }

    @Override
    public void rollBack() {
        names.rollBack();
    }
}
