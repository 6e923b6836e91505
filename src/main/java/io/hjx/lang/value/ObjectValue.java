package io.hjx.lang.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object: properties in JavaScript's order, integer keys ascending and then the others as they were added.
 * Immutable; the {@code with…} methods return changed copies.
 */
public final class ObjectValue implements Value {

    public static final ObjectValue EMPTY = new ObjectValue(Map.of());

    private final Map<String, Value> properties;

    private ObjectValue(Map<String, Value> properties) {
        this.properties = properties;
    }

    /** An object of these properties in the map's order; the map is copied. */
    public static ObjectValue of(Map<String, ? extends Value> properties) {
        return properties.isEmpty()
                ? EMPTY
                : new ObjectValue(Collections.unmodifiableMap(new LinkedHashMap<>(properties)));
    }

    /** The properties in order; unmodifiable. */
    public Map<String, Value> properties() {
        return properties;
    }

    /** The property's value, {@code undefined} where there is none. */
    public Value get(String key) {
        Value value = properties.get(key);
        return value == null ? Undefined.UNDEFINED : value;
    }

    public boolean has(String key) {
        return properties.containsKey(key);
    }

    /** A copy in which {@code key} has this value. */
    public ObjectValue with(String key, Value value) {
        Map<String, Value> copy = new LinkedHashMap<>(properties);
        copy.put(key, value);
        return of(copy);
    }

    @Override
    public String typeName() {
        return "object";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectValue object && properties.equals(object.properties);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }

    @Override
    public String toString() {
        return properties.toString();
    }
}
