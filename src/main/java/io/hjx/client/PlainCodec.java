package io.hjx.client;

import org.jspecify.annotations.Nullable;

/** Payloads as plain Java. Stateless. */
enum PlainCodec implements PayloadCodec {
    INSTANCE;

    @Override
    public String write(Object payload) {
        return JsonWriter.write(payload);
    }

    @Override
    public @Nullable Object read(String json) {
        return new JsonReader(json).document();
    }
}
