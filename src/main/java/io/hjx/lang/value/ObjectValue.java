package io.hjx.lang.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An object: properties in JavaScript's order, integer keys ascending and then the others as they were added.
 * Immutable; the methods that change something return copies that share keys and values.
 *
 * <p>Bounded like {@link ListValue}. Two objects are equal when they have the same properties, in whatever order.
 */
public final class ObjectValue implements Value {

    public static final ObjectValue EMPTY = new ObjectValue(PropertyKeys.NONE, new Value[0], new Extent());

    private final PropertyKeys keys;
    private final Value[] values;
    private final int depth;
    private final long weight;

    private ObjectValue(PropertyKeys keys, Value[] values, Extent extent) {
        this.keys = keys;
        this.values = values;
        this.depth = extent.depth();
        this.weight = extent.weight();
    }

    /** An object of these properties, integer keys first, else in the map's order; the map is copied. */
    public static ObjectValue of(Map<String, ? extends Value> properties) {
        return properties.isEmpty()
                ? EMPTY
                : new Builder(properties.size()).putAll(properties).build();
    }

    /** Collects the properties of an object; a later one takes the place of an earlier one of its key. */
    public static final class Builder {

        private String[] names;
        private Value[] values;
        private int size;
        private boolean integerKeys;
        private @Nullable Map<String, Integer> positions;

        public Builder(int capacity) {
            names = new String[capacity];
            values = new Value[capacity];
        }

        public Builder put(String key, Value value) {
            int position = position(key);
            if (position >= 0) {
                values[position] = value;
                return this;
            }
            if (size == names.length) {
                names = Arrays.copyOf(names, size + (size >> 1) + 4);
                values = Arrays.copyOf(values, names.length);
            }
            integerKeys |= PropertyKeys.arrayIndex(key) >= 0;
            names[size] = key;
            values[size] = value;
            if (positions != null) {
                positions.put(key, size);
            }
            size++;
            return this;
        }

        public boolean has(String key) {
            return position(key) >= 0;
        }

        public Builder putAll(Map<String, ? extends Value> properties) {
            properties.forEach(this::put);
            return this;
        }

        public Builder putAll(ObjectValue object) {
            for (int i = 0; i < object.values.length; i++) {
                put(object.keys.name(i), object.values[i]);
            }
            return this;
        }

        private int position(String key) {
            if (positions == null && size >= PropertyKeys.FEW) {
                positions = PropertyKeys.index(Arrays.copyOf(names, size));
            }
            if (positions != null) {
                return positions.getOrDefault(key, -1);
            }
            for (int i = 0; i < size; i++) {
                if (names[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        /** The object, each time a new one. */
        public ObjectValue build() {
            Extent extent = new Extent();
            for (int i = 0; i < size; i++) {
                extent.add(values[i]);
                extent.grow(0, names[i].length() >> 4);
            }
            if (integerKeys) {
                order();
            }
            return new ObjectValue(new PropertyKeys(Arrays.copyOf(names, size)), Arrays.copyOf(values, size), extent);
        }

        /** Integer keys ascending in front, the others behind as they were added. */
        private void order() {
            Comparator<Integer> byIndex = Comparator.comparingLong(i -> {
                long index = PropertyKeys.arrayIndex(names[i]);
                return index < 0 ? Long.MAX_VALUE : index;
            });
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(byIndex)
                    .mapToInt(i -> i)
                    .toArray();
            String[] oldNames = names.clone();
            Value[] oldValues = values.clone();
            for (int i = 0; i < size; i++) {
                names[i] = oldNames[order[i]];
                values[i] = oldValues[order[i]];
            }
            positions = null;
        }
    }

    /** The properties in order; an unmodifiable view. */
    public Map<String, Value> properties() {
        return new View();
    }

    public int size() {
        return values.length;
    }

    /** The key at a position from 0, in order. */
    public String key(int position) {
        return keys.name(position);
    }

    /** The value at a position from 0, in order. */
    public Value value(int position) {
        return values[position];
    }

    /** The property's value, {@code undefined} where there is none. */
    public Value get(String key) {
        int position = keys.position(key);
        return position < 0 ? Undefined.UNDEFINED : values[position];
    }

    public boolean has(String key) {
        return keys.position(key) >= 0;
    }

    /** A copy in which {@code key} has this value. */
    public ObjectValue with(String key, Value value) {
        int position = keys.position(key);
        if (position < 0) {
            return new Builder(values.length + 1).putAll(this).put(key, value).build();
        }
        Value[] copy = values.clone();
        Extent extent = new Extent();
        extent.grow(depth - 1, weight - Extent.weightOf(copy[position]) - 1);
        extent.add(value);
        copy[position] = value;
        return new ObjectValue(keys, copy, extent);
    }

    /** A copy without a key. */
    public ObjectValue without(String key) {
        if (!has(key)) {
            return this;
        }
        Builder builder = new Builder(values.length - 1);
        for (int i = 0; i < values.length; i++) {
            if (!keys.name(i).equals(key)) {
                builder.put(keys.name(i), values[i]);
            }
        }
        return builder.build();
    }

    /** How many levels of lists and objects there are, from 1. */
    int depth() {
        return depth;
    }

    /** How many values there are in it, itself and shared ones each time included. */
    long weight() {
        return weight;
    }

    private final class View extends AbstractMap<String, Value> {

        @Override
        public @Nullable Value get(Object key) {
            int position = key instanceof String name ? keys.position(name) : -1;
            return position < 0 ? null : values[position];
        }

        @Override
        public boolean containsKey(Object key) {
            return key instanceof String name && keys.position(name) >= 0;
        }

        @Override
        public Set<Entry<String, Value>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public int size() {
                    return values.length;
                }

                @Override
                public Iterator<Entry<String, Value>> iterator() {
                    return IntStream.range(0, values.length)
                            .<Entry<String, Value>>mapToObj(i -> Map.entry(keys.name(i), values[i]))
                            .iterator();
                }
            };
        }
    }

    @Override
    public String typeName() {
        return "object";
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof ObjectValue object) || object.values.length != values.length) {
            return false;
        }
        if (keys == object.keys) {
            return Arrays.equals(values, object.values);
        }
        for (int i = 0; i < values.length; i++) {
            int position = object.keys.position(keys.name(i));
            if (position < 0 || !values[i].equals(object.values[position])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < values.length; i++) {
            hash += keys.name(i).hashCode() ^ values[i].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return properties().toString();
    }
}
