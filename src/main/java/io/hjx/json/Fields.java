package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message, each read as the kind that it must be; anything else is a {@link BadMessageException} that
 * names the field. An optional field that is {@code null} counts as missing. Immutable.
 */
record Fields(ObjectValue message) {

    /** The largest whole number that JavaScript counts with. */
    private static final long MAX_SAFE = (1L << 53) - 1;

    private static final int QUOTED = 40;

    boolean has(String name) {
        Value value = message.get(name);
        return value != Undefined.UNDEFINED && value != NullValue.NULL;
    }

    String text(String name) throws BadMessageException {
        if (message.get(name) instanceof StringValue string) {
            return string.value();
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
        if (message.get(name) instanceof NumberValue number) {
            double count = number.value();
            if (count >= 0 && count <= max && count == Math.rint(count)) {
                return (long) count;
            }
        }
        throw must(name, "a whole number from 0 to " + max);
    }

    /** The number if it is one, whole, and not above what JavaScript counts with. */
    static @Nullable Long whole(Value value) {
        if (!(value instanceof NumberValue number)) {
            return null;
        }
        double whole = number.value();
        return whole == Math.rint(whole) && Math.abs(whole) <= MAX_SAFE ? (Long) (long) whole : null;
    }

    ListValue list(String name) throws BadMessageException {
        if (message.get(name) instanceof ListValue list) {
            return list;
        }
        throw must(name, "a list");
    }

    ObjectValue object(String name) throws BadMessageException {
        if (message.get(name) instanceof ObjectValue object) {
            return object;
        }
        throw must(name, "an object");
    }

    /** Any value; {@code undefined} where it is missing. */
    Value value(String name) {
        return message.get(name);
    }

    private BadMessageException must(String name, String kind) {
        String fault = message.has(name) ? " must be " : " is missing; it is ";
        return new BadMessageException(BAD_MESSAGE, "The field " + quote(name) + fault + kind + ".");
    }

    static BadMessageException twice(String name) {
        return new BadMessageException(BAD_MESSAGE, "The field " + quote(name) + " is there twice.");
    }

    /** A client's word as it may stand in a sentence: cut off where it is long. */
    static String quote(String word) {
        return "`" + (word.length() <= QUOTED ? word : word.substring(0, QUOTED) + "…") + "`";
    }
}
