package io.hjx.client;

import org.jspecify.annotations.Nullable;

/** Makes JSON of payloads, and payloads of JSON. Implementations are thread-safe. */
public interface PayloadCodec {

    /**
     * The payload as JSON text.
     *
     * @throws IllegalArgumentException where it cannot be written
     */
    String write(Object payload);

    /**
     * A payload from JSON text.
     *
     * @throws IllegalArgumentException where it cannot be read
     */
    @Nullable Object read(String json);

    /**
     * Plain Java: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double}, {@code Boolean} and null are
     * read; any {@code Map} with texts as keys, {@code Iterable}, array of objects, {@code CharSequence},
     * {@code Number}, {@code Boolean}, enum and null are written.
     */
    static PayloadCodec plain() {
        return PlainCodec.INSTANCE;
    }
}
