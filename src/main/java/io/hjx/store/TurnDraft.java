package io.hjx.store;

import io.hjx.api.Store;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An open transaction as the application's functions change it. Confined as the transaction is. */
final class TurnDraft implements Store.Draft {

    private final ScriptState state;
    private final StateValues values;
    private final JavaReader reader;

    TurnDraft(ScriptState state, Conversion conversion) {
        this.state = state;
        this.values = new StateValues(state, conversion.writer());
        this.reader = conversion.reader();
    }

    @Override
    public @Nullable Object get(String key) {
        return values.get(key);
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        return values.get(key, type);
    }

    @Override
    public Map<String, @Nullable Object> get() {
        return values.get();
    }

    @Override
    public void set(String key, @Nullable Object value) {
        set(key, reader.read(value));
    }

    void set(String key, Value value) {
        try {
            state.set(key, value);
        } catch (IllegalArgumentException refused) {
            throw state.get(key) == Undefined.UNDEFINED ? values.unknown(key) : refused;
        }
    }

    @Override
    public void broadcast(String event, @Nullable Object data) {
        state.broadcast(event, reader.read(data));
    }
}
