package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message, each read as the kind that it must be; anything else is a {@link BadMessageException} that
 * names the field. An optional field that is {@code null} counts as missing. Immutable.
 */
record Fields(JsonObject json) {

    /** The largest whole number that JavaScript counts with. */
    private static final long MAX_SAFE = (1L << 53) - 1;

    private static final int QUOTED = 40;

    boolean has(String name) {
        JsonValue value = json.get(name);
        return value != null && value != JsonValue.NULL && value.getValueType() != JsonValue.ValueType.NULL;
    }

    String text(String name) throws BadMessageException {
        if (json.get(name) instanceof JsonString string) {
            return string.getString();
        }
        throw must(name, "a string");
    }

    @Nullable String optionalText(String name) throws BadMessageException {
        return has(name) ? text(name) : null;
    }

    String textOr(String name, String otherwise) throws BadMessageException {
        return has(name) ? text(name) : otherwise;
    }

    /** A whole number from zero. */
    long count(String name) throws BadMessageException {
        return count(name, MAX_SAFE);
    }

    /** A whole number from zero that is an {@code int}. */
    int smallCount(String name) throws BadMessageException {
        return (int) count(name, Integer.MAX_VALUE);
    }

    private long count(String name, long max) throws BadMessageException {
        Long count = json.get(name) instanceof JsonNumber number ? whole(number) : null;
        if (count == null || count < 0 || count > max) {
            throw must(name, "a whole number from 0 to " + max);
        }
        return count;
    }

    /** The number if it is whole and a {@code long}. */
    static @Nullable Long whole(JsonNumber number) {
        double value = number.doubleValue();
        return value == Math.rint(value) && Math.abs(value) <= MAX_SAFE ? (Long) (long) value : null;
    }

    JsonArray list(String name) throws BadMessageException {
        if (json.get(name) instanceof JsonArray array) {
            return array;
        }
        throw must(name, "a list");
    }

    JsonObject object(String name) throws BadMessageException {
        if (json.get(name) instanceof JsonObject object) {
            return object;
        }
        throw must(name, "an object");
    }

    /** Any value; {@code undefined} where it is missing. */
    Value value(String name) {
        JsonValue value = json.get(name);
        return value == null ? Undefined.UNDEFINED : Values.of(value);
    }

    private BadMessageException must(String name, String kind) {
        String fault = json.containsKey(name) ? " must be " : " is missing; it is ";
        return new BadMessageException(BAD_MESSAGE, "The field " + quote(name) + fault + kind + ".");
    }

    /** A client's word as it may stand in a sentence: cut off where it is long. */
    static String quote(String word) {
        return "`" + (word.length() <= QUOTED ? word : word.substring(0, QUOTED) + "…") + "`";
    }
}
