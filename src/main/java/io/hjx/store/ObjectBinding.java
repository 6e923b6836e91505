package io.hjx.store;

import org.jspecify.annotations.Nullable;

/** Maps an application's classes to JSON and back. Thread-safe. */
public interface ObjectBinding {

    /** Where there is no JSON Binding: nothing but plain values. */
    ObjectBinding NONE = new ObjectBinding() {
        @Override
        public String write(Object object) {
            throw new IllegalArgumentException(
                    "without Jakarta JSON Binding a " + object.getClass().getName() + " cannot be converted");
        }

        @Override
        public <T> @Nullable T read(String json, Class<T> type) {
            throw new IllegalArgumentException(
                    "without Jakarta JSON Binding nothing can be made into a " + type.getName());
        }
    };

    /**
     * An object as JSON text.
     *
     * @throws IllegalArgumentException where it cannot be written
     */
    String write(Object object);

    /**
     * JSON text as an object.
     *
     * @throws IllegalArgumentException where it cannot be made into this
     */
    <T> @Nullable T read(String json, Class<T> type);
}
