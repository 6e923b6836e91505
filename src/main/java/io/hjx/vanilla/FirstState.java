package io.hjx.vanilla;

import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.eval.Surroundings;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state that a page begins with, as long as it is the same for every visitor. Confined to one rendering.
 *
 * <p>It knows whether time, chance or the visitor's id were asked for: then the page's first state is known in the
 * browser alone.
 */
final class FirstState implements StateAccess, Surroundings {

    private final Map<String, Value> shared = new HashMap<>();
    private final Map<String, Value> local = new HashMap<>();
    private boolean chance;

    /** True where something was asked for that is different each time. */
    boolean leftToChance() {
        return chance;
    }

    @Override
    public @Nullable Value shared(String key) {
        return shared.get(key);
    }

    @Override
    public void setShared(String key, Value value) {
        put(shared, key, value);
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
        put(local, key, value);
    }

    @Override
    public Set<String> localKeys() {
        return Set.copyOf(local.keySet());
    }

    private static void put(Map<String, Value> values, String key, Value value) {
        if (value == Undefined.UNDEFINED) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Override
    public Value user() {
        Map<String, Value> anonymous = new LinkedHashMap<>();
        anonymous.put("name", NullValue.NULL);
        anonymous.put("roles", ListValue.of(List.of()));
        anonymous.put("authenticated", BooleanValue.FALSE);
        return ObjectValue.of(anonymous);
    }

    @Override
    public Value client() {
        chance = true;
        return ObjectValue.of(Map.of("id", NullValue.NULL));
    }

    @Override
    public Surroundings surroundings() {
        return this;
    }

    @Override
    public long currentMillis() {
        chance = true;
        return 0;
    }

    @Override
    public double random() {
        chance = true;
        return 0;
    }

    @Override
    public String uuid() {
        chance = true;
        return "";
    }
}
