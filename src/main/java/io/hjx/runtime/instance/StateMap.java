package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Normal values by key, and their size: an instance's shared state, or one client's local state. Immutable; a change
 * makes a new map of the same values.
 */
final class StateMap {

    static final StateMap EMPTY = new StateMap(Map.of(), Map.of(), 0);

    private final Map<String, Value> values;
    private final Map<String, Integer> sizes;
    private final int size;

    private StateMap(Map<String, Value> values, Map<String, Integer> sizes, int size) {
        this.values = values;
        this.sizes = sizes;
        this.size = size;
    }

    static StateMap of(Map<String, Value> values) {
        Map<String, Normal> normal = new LinkedHashMap<>();
        values.forEach((key, value) -> normal.put(key, Normalizer.normalize(value, Normal.NOTHING)));
        return EMPTY.with(normal);
    }

    /** The values in the order in which their keys came; unmodifiable. */
    Map<String, Value> values() {
        return values;
    }

    /** About the characters of the JSON text. */
    int size() {
        return size;
    }

    Normal get(String key) {
        Value value = values.get(key);
        return value == null ? Normal.NOTHING : new Normal(value, sizes.getOrDefault(key, 0));
    }

    /** This state with these changes; a key without a value goes. */
    StateMap with(Map<String, Normal> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Map<String, Value> newValues = new LinkedHashMap<>(values);
        Map<String, Integer> newSizes = new LinkedHashMap<>(sizes);
        long newSize = size;
        for (Map.Entry<String, Normal> change : changes.entrySet()) {
            String key = change.getKey();
            Normal normal = change.getValue();
            Integer before = newSizes.remove(key);
            newSize -= before == null ? 0 : before + key.length();
            if (normal.value() == null) {
                newValues.remove(key);
            } else {
                newValues.put(key, normal.value());
                newSizes.put(key, normal.size());
                newSize += (long) normal.size() + key.length();
            }
        }
        return new StateMap(
                Collections.unmodifiableMap(newValues), newSizes, (int) Math.min(newSize, Integer.MAX_VALUE));
    }
}
