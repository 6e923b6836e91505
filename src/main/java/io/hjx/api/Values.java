package io.hjx.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Named values as plain, immutable Java: {@code String}, {@code Boolean}, {@code null}, {@code List}, {@code Map} in
 * the order of its keys, and numbers, which are JavaScript's: an {@code Integer} where one is whole and fits, else a
 * {@code Long}, else a {@code Double}.
 */
public interface Values {

    /**
     * A name's value; null also where it has none yet.
     *
     * @throws IllegalArgumentException where there is no such name; the message lists those that there are
     */
    @Nullable Object get(String key);

    /**
     * The same as another class: a wrapper of a primitive, {@code String}, {@code List}, {@code Map}, an enumeration by
     * name; a record or a bean by Jakarta JSON Binding, where there is one.
     *
     * @return null where the value is
     * @throws IllegalArgumentException where there is no such name, or its value cannot be made into this
     */
    <T> @Nullable T get(String key, Class<T> type);

    /** All names with their values. */
    Map<String, @Nullable Object> get();
}
