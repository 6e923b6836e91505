package io.hjx.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/**
 * The application's one JSON-B. Thread-safe; made when the first message needs it, and never again: making one costs
 * more than a thousand messages.
 */
final class JsonBinding {

    static final Jsonb JSONB = JsonbBuilder.create();

    private JsonBinding() {}
}
