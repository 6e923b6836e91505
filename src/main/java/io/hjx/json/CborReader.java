package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_JSON;
import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads a frame of CBOR as the tree that the same message has in JSON. Confined to one call; linear in the frame.
 *
 * <p>CBOR says more than JSON, and the codec is lenient about that: it takes a number for a key, a tag for nothing, and
 * for many tags in a row a time that grows with their square. So the first byte of each item, which names its kind, is
 * looked at before the codec gets there.
 */
final class CborReader {

    private static final JsonProvider JSON = JsonProvider.provider();

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

    /** The message of a frame, within bounds but for its length. */
    static JsonObject tree(byte[] frame, FrameBounds bounds) throws BadMessageException {
        try (JsonParser parser = Cbor.FACTORY.createParser(ObjectReadContext.empty(), frame)) {
            return new CborReader(frame, bounds, parser).message();
        } catch (RuntimeException malformed) {
            // Which one, and what it says, is the codec's affair, and it quotes the payload
            throw new BadMessageException(BAD_JSON, "The message is not CBOR.");
        }
    }

    private JsonObject message() throws BadMessageException {
        JsonValue value = value(next());
        if (position() < frame.length) {
            throw new BadMessageException(BAD_JSON, "There is something behind the end of the message.");
        }
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new BadMessageException(BAD_MESSAGE, "A message must be a map.");
    }

    private JsonValue value(@Nullable JsonToken token) throws BadMessageException {
        if (token == null) {
            throw new BadMessageException(BAD_JSON, "The message is not CBOR.");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> JSON.createValue(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
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

    private JsonObject object() throws BadMessageException {
        deeper();
        JsonObjectBuilder object = JSON.createObjectBuilder();
        Set<String> names = new HashSet<>();
        for (JsonToken token = next(); token != JsonToken.END_OBJECT; token = next()) {
            if (token != JsonToken.PROPERTY_NAME || first >> 5 != TEXT) {
                throw new BadMessageException(BAD_JSON, UNSAYABLE);
            }
            String name = parser.currentName();
            if (!names.add(name)) {
                throw new BadMessageException(BAD_MESSAGE, "The field " + Fields.quote(name) + " is there twice.");
            }
            bounds.check(new FrameBounds.Shape(depth, names.size()));
            object.add(name, value(next()));
        }
        depth--;
        return object.build();
    }

    private JsonValue list() throws BadMessageException {
        deeper();
        JsonArrayBuilder list = JSON.createArrayBuilder();
        int items = 0;
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            bounds.check(new FrameBounds.Shape(depth, ++items));
            list.add(value(token));
        }
        depth--;
        return list.build();
    }

    private void deeper() throws BadMessageException {
        bounds.check(new FrameBounds.Shape(++depth, 1));
    }

    private JsonValue number() throws BadMessageException {
        boolean whole = first >> 5 != SIMPLE;
        double number = parser.getDoubleValue();
        if (Double.isNaN(number) || Double.isInfinite(number) || (whole && Math.abs(number) > MAX_SAFE)) {
            throw new BadMessageException(BAD_JSON, UNSAYABLE);
        }
        return number == Math.rint(number) && Math.abs(number) <= MAX_SAFE
                ? JSON.createValue((long) number)
                : JSON.createValue(number);
    }
}
