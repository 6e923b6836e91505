package io.hjx.store;

import io.hjx.api.Values;
import io.hjx.lang.diagnostic.NearestName;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The values of an open transaction as Java. Confined as the transaction is. */
record StateValues(ScriptState state, JavaWriter writer) implements Values {

    private static final int MAX_LISTED = 30;

    @Override
    public @Nullable Object get(String key) {
        return writer.plain(value(key));
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        try {
            return writer.as(value(key), type);
        } catch (IllegalArgumentException other) {
            throw new IllegalArgumentException("`" + key + "`: " + other.getMessage(), other);
        }
    }

    @Override
    public Map<String, @Nullable Object> get() {
        return writer.map(state.getAll());
    }

    private Value value(String key) {
        Value value = state.get(key);
        if (value == Undefined.UNDEFINED) {
            throw unknown(key);
        }
        return value;
    }

    /** Refuses a name that there is not. */
    IllegalArgumentException unknown(String key) {
        Set<String> names = state.getAll().keySet();
        String nearest = NearestName.of(key, names);
        return new IllegalArgumentException("there is no `" + key + "`"
                + (nearest == null ? "" : ", did you mean `" + nearest + "`?") + "; the names are " + listed(names));
    }

    private static String listed(Set<String> names) {
        String listed =
                names.stream().limit(MAX_LISTED).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names.size() > MAX_LISTED ? listed + ", …" : listed;
    }
}
