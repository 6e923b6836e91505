package io.hjx.lang.value;

/** Reads one JSON text in which no object has a key twice, and measures it. Confined to one thread, for one text. */
final class StrictJsonReader extends JsonReader {

    private int width;

    StrictJsonReader(String text) {
        super(text);
    }

    JsonDocument document() {
        Value value = read();
        return new JsonDocument(value, deepest(), width);
    }

    @Override
    void property(ObjectValue.Builder object, String key, Value value) {
        if (object.has(key)) {
            throw JsonException.twice(key);
        }
        super.property(object, key, value);
    }

    @Override
    void ended(int members) {
        width = Math.max(width, members);
    }
}
