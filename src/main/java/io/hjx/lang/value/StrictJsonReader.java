package io.hjx.lang.value;

/**
 * Reads one JSON text that is no larger than allowed, and in which no object has a key twice. Confined to one thread,
 * for one text.
 */
final class StrictJsonReader extends JsonReader {

    private final int width;

    StrictJsonReader(String text, int depth, int width) {
        super(text, depth);
        this.width = width;
    }

    @Override
    void property(ObjectValue.Builder object, String key) {
        if (object.has(key)) {
            throw JsonException.twice(key);
        }
    }

    @Override
    void member(int count) {
        if (count > width) {
            throw new JsonException(
                    JsonException.Fault.TOO_WIDE, "a list or object of the JSON text has too many members");
        }
    }
}
