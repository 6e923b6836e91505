package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_JSON;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads a frame of CBOR as the value that the same message is in JSON. Confined to one call; linear in the frame.
 *
 * <p>CBOR says more than JSON, and the codec is lenient about that: it takes a number for a key, a tag for nothing, and
 * for many tags in a row a time that grows with their square. So the first byte of each item, which names its kind, is
 * looked at before the codec gets there.
 */
final class CborReader {

    private static final String UNSAYABLE = "A message holds what JSON can say: no byte strings, tags, undefined, NaN,"
            + " infinity or whole numbers past 2^53 - 1, and texts alone as keys.";

    /** The largest whole number that JavaScript counts with. */
    private static final double MAX_SAFE = (1L << 53) - 1;

    // Major types, the upper three bits of an item's first byte
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int TAG = 6;
    private static final int SIMPLE = 7;

    private final byte[] frame;
    private final FrameBounds bounds;
    private final JsonParser parser;
    private int depth;

    /** The first byte of the item that the parser is at, unless that is an end. */
    private int first;

    private CborReader(byte[] frame, FrameBounds bounds, JsonParser parser) {
        this.frame = frame;
        this.bounds = bounds;
        this.parser = parser;
    }

    /** The value of a frame, within bounds but for its length. */
    static Value read(byte[] frame, FrameBounds bounds) throws BadMessageException {
        try (JsonParser parser = Cbor.FACTORY.createParser(ObjectReadContext.empty(), frame)) {
            return new CborReader(frame, bounds, parser).read();
        } catch (RuntimeException malformed) {
            // Which one, and what it says, is the codec's affair, and it quotes the payload
            throw new BadMessageException(BAD_JSON, "The message is not CBOR.");
        }
    }

    private Value read() throws BadMessageException {
        Value value = value(next());
        if (position() < frame.length) {
            throw new BadMessageException(BAD_JSON, "There is something behind the end of the message.");
        }
        return value;
    }

    private Value value(@Nullable JsonToken token) throws BadMessageException {
        if (token == null) {
            throw new BadMessageException(BAD_JSON, "The message is not CBOR.");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> new StringValue(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> BooleanValue.TRUE;
            case VALUE_FALSE -> BooleanValue.FALSE;
            case VALUE_NULL -> NullValue.NULL;
            default -> throw new BadMessageException(BAD_JSON, UNSAYABLE);
        };
    }

    /** Moves on to what comes next. What the parser is at has been read to its end. */
    private @Nullable JsonToken next() throws BadMessageException {
        int position = position();
        if (position < frame.length) {
            first = frame[position] & 0xFF;
            if (isForeign(first)) {
                throw new BadMessageException(BAD_JSON, UNSAYABLE);
            }
        }
        return parser.nextToken();
    }

    private int position() {
        return (int) parser.currentLocation().getByteOffset();
    }

    private static boolean isForeign(int first) {
        int major = first >> 5;
        return major == BYTES || major == TAG || (major == SIMPLE && isForeignSimple(first));
    }

    /** Neither false, true and null (F4 to F6) nor a floating-point number (F9 to FB) nor the end of a list (FF). */
    private static boolean isForeignSimple(int first) {
        return first < 0xF4 || (first > 0xF6 && first < 0xF9) || (first > 0xFB && first < 0xFF);
    }

    private Value object() throws BadMessageException {
        deeper();
        ObjectValue.Builder object = new ObjectValue.Builder(4);
        int members = 0;
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            if (token != JsonToken.PROPERTY_NAME || first >> 5 != TEXT) {
                throw new BadMessageException(BAD_JSON, UNSAYABLE);
            }
            String name = parser.currentName();
            if (object.has(name)) {
                throw Fields.twice(name);
            }
            bounds.checkWidth(++members);
            object.put(name, value(next()));
        }
        depth--;
        return object.build();
    }

    private Value list() throws BadMessageException {
        deeper();
        ListValue.Builder list = new ListValue.Builder(8);
        int items = 0;
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            bounds.checkWidth(++items);
            list.add(value(token));
        }
        depth--;
        return list.build();
    }

    private void deeper() throws BadMessageException {
        bounds.checkDepth(++depth);
    }

    private Value number() throws BadMessageException {
        boolean whole = first >> 5 != SIMPLE;
        double number = parser.getDoubleValue();
        if (Double.isNaN(number) || Double.isInfinite(number) || (whole && Math.abs(number) > MAX_SAFE)) {
            throw new BadMessageException(BAD_JSON, UNSAYABLE);
        }
        return NumberValue.of(number);
    }
}
