package io.hjx.json;

import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/**
 * JSON text as a tree of JSON-P, whose numbers keep all their digits: those of the language are JavaScript's.
 * Thread-safe.
 */
final class JsonTree {

    /** Looked up once: each use of {@code Json} looks for the provider again. */
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private JsonTree() {}

    /** Reads a text that has been read before: its depth is known, and that it is JSON. */
    static JsonValue read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
