package io.hjx.browser;

import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.eval.Surroundings;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** State in two maps, for one client. Confined to its thread. */
public final class MapState implements StateAccess {

    private final Map<String, Value> shared;
    private final Map<String, Value> local;

    public MapState(ObjectValue shared, ObjectValue local) {
        this.shared = new LinkedHashMap<>(shared.properties());
        this.local = new LinkedHashMap<>(local.properties());
    }

    public ObjectValue sharedValues() {
        return ObjectValue.of(shared);
    }

    public ObjectValue localValues() {
        return ObjectValue.of(local);
    }

    /** What the client is told of its own: the names, and who it is. */
    public ObjectValue ownValues() {
        Map<String, Value> own = new LinkedHashMap<>(Map.of("user", user(), "client", client()));
        own.putAll(local);
        return ObjectValue.of(own);
    }

    @Override
    public @Nullable Value shared(String key) {
        return shared.get(key);
    }

    @Override
    public void setShared(String key, Value value) {
        set(shared, key, value);
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
        set(local, key, value);
    }

    @Override
    public Set<String> localKeys() {
        return Set.copyOf(local.keySet());
    }

    private static void set(Map<String, Value> values, String key, Value value) {
        if (value == Undefined.UNDEFINED) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public Value user() {
        return Json.parse("{\"name\": \"ann\", \"roles\": [], \"authenticated\": true}");
    }

    @Override
    public Value client() {
        return Json.parse("{\"id\": \"c1\"}");
    }

    @Override
    public Surroundings surroundings() {
        return new Surroundings() {
            @Override
            public long currentMillis() {
                return 0;
            }

            @Override
            public double random() {
                return 0;
            }

            @Override
            public String uuid() {
                return "00000000-0000-4000-8000-000000000000";
            }
        };
    }
}
