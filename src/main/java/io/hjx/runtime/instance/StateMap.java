package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Normal values by key, and their size: an instance's shared state, or one client's local state. Immutable.
 *
 * <p>Values stand in an array, at the places that {@link StateKeys} gives to their keys. Most changes are of keys that
 * are there: then the keys are shared and an array is copied, which costs nanoseconds also where rows of a table have
 * thousands of them. Where keys come or go, all is made anew.
 */
final class StateMap {

    static final StateMap EMPTY = new StateMap(StateKeys.NONE, new Value[0], new int[0], 0);

    private final StateKeys keys;
    private final Value[] values;

    /** Of the values alone. */
    private final int[] sizes;

    private final int size;

    private StateMap(StateKeys keys, Value[] values, int[] sizes, long size) {
        this.keys = keys;
        this.values = values;
        this.sizes = sizes;
        this.size = (int) Math.min(size, Integer.MAX_VALUE);
    }

    static StateMap of(Map<String, Value> values) {
        Map<String, Normal> normal = new LinkedHashMap<>();
        values.forEach((key, value) -> normal.put(key, Normalizer.normalize(value, Normal.NOTHING)));
        return EMPTY.with(normal);
    }

    /** The values in the order in which their keys came; unmodifiable. */
    Map<String, Value> values() {
        return new View();
    }

    /** About the characters of the JSON text. */
    int size() {
        return size;
    }

    Normal get(String key) {
        int place = keys.place(key);
        return place < 0 ? Normal.NOTHING : new Normal(values[place], sizes[place]);
    }

    /** This state with these changes; a key without a value goes. */
    StateMap with(Map<String, Normal> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        Value[] newValues = values.clone();
        int[] newSizes = sizes.clone();
        long newSize = size;
        for (Map.Entry<String, Normal> change : changes.entrySet()) {
            int place = keys.place(change.getKey());
            Value value = change.getValue().value();
            if (place < 0 || value == null) {
                return withOtherKeys(changes);
            }
            newSize += change.getValue().size() - newSizes[place];
            newValues[place] = value;
            newSizes[place] = change.getValue().size();
        }
        return new StateMap(keys, newValues, newSizes, newSize);
    }

    private StateMap withOtherKeys(Map<String, Normal> changes) {
        Map<String, Normal> all = new LinkedHashMap<>();
        for (int place = 0; place < values.length; place++) {
            all.put(keys.at(place), new Normal(values[place], sizes[place]));
        }
        all.putAll(changes);
        all.values().removeIf(normal -> normal.value() == null);
        return ofNormal(all);
    }

    private static StateMap ofNormal(Map<String, Normal> all) {
        StateKeys keys = StateKeys.of(all.keySet());
        Value[] values = new Value[all.size()];
        int[] sizes = new int[all.size()];
        long size = 0;
        for (int place = 0; place < values.length; place++) {
            Normal normal = Objects.requireNonNull(all.get(keys.at(place)));
            values[place] = Objects.requireNonNull(normal.value());
            sizes[place] = normal.size();
            size += (long) normal.size() + keys.at(place).length();
        }
        return new StateMap(keys, values, sizes, size);
    }

    private final class View extends AbstractMap<String, Value> {

        @Override
        public @Nullable Value get(Object key) {
            int place = key instanceof String name ? keys.place(name) : -1;
            return place < 0 ? null : values[place];
        }

        @Override
        public boolean containsKey(Object key) {
            return key instanceof String name && keys.place(name) >= 0;
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super Value> action) {
            for (int place = 0; place < values.length; place++) {
                action.accept(keys.at(place), values[place]);
            }
        }

        @Override
        public Set<Entry<String, Value>> entrySet() {
            return new Entries();
        }
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Value>> {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Iterator<Map.Entry<String, Value>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < values.length;
                }

                @Override
                public Map.Entry<String, Value> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(keys.at(next), values[next++]);
                }
            };
        }
    }
}
