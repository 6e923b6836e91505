package io.hjx.lang.eval;

import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of one instance and one client in maps, with the keys that have changed. */
final class MemoryState implements StateAccess {

    final Map<String, Value> shared = new TreeMap<>();
    final Map<String, Value> local = new TreeMap<>();
    final Set<String> changedShared = new LinkedHashSet<>();
    final Set<String> changedLocal = new LinkedHashSet<>();
    private int identifiers;

    @Override
    public @Nullable Value shared(String key) {
        return shared.get(key);
    }

    @Override
    public void setShared(String key, Value value) {
        put(shared, changedShared, key, value);
    }

    @Override
    public Set<String> sharedKeys() {
        return Set.copyOf(shared.keySet());
    }

    @Override
    public @Nullable Value local(String key) {
        return local.get(key);
    }

    @Override
    public void setLocal(String key, Value value) {
        put(local, changedLocal, key, value);
    }

    @Override
    public Set<String> localKeys() {
        return Set.copyOf(local.keySet());
    }

    private static void put(Map<String, Value> values, Set<String> changed, String key, Value value) {
        Value before = value == Undefined.UNDEFINED ? values.remove(key) : values.put(key, value);
        if (!value.equals(before)) {
            changed.add(key);
        }
    }

    @Override
    public Value user() {
        return ObjectValue.of(Map.of("name", new StringValue("ann")));
    }

    @Override
    public Value client() {
        return ObjectValue.of(Map.of("id", new StringValue("c1")));
    }

    @Override
    public Surroundings surroundings() {
        return new Surroundings() {
            @Override
            public long currentMillis() {
                return 1_000;
            }

            @Override
            public double random() {
                return 0.5;
            }

            @Override
            public String uuid() {
                return "id-" + ++identifiers;
            }
        };
    }
}
