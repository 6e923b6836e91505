package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_JSON;
import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.JsonDocument;
import io.hjx.lang.value.JsonException;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;

/**
 * Turns frames into the messages of {@link ClientMessage}: the text becomes a value of the language, and the readers of
 * the dialects make a message of that. Thread-safe. Nothing but {@link BadMessageException} comes out, whatever the
 * frame contains.
 */
public final class MessageDecoder {

    private MessageDecoder() {}

    /** Reads a frame, in which no field may be twice, before anybody says what it means in a dialect. */
    public static ClientFrame scan(String text) throws BadMessageException {
        try {
            JsonDocument document = Json.document(text);
            return new ClientFrame(text, document.value(), shape(document), utf8Length(text));
        } catch (JsonException bad) {
            throw refusal(bad);
        }
    }

    private static FrameBounds.Shape shape(JsonDocument document) {
        return new FrameBounds.Shape(document.depth(), document.width());
    }

    private static BadMessageException refusal(JsonException bad) {
        return switch (bad.fault()) {
            case NOT_JSON -> new BadMessageException(BAD_JSON, "The message is not JSON.");
            case TOO_DEEP -> FrameBounds.tooDeep(FrameBounds.DEEPEST);
            case KEY_TWICE -> Fields.twice(bad.key());
        };
    }

    /** The message that a value is. */
    static ObjectValue message(Value value) throws BadMessageException {
        if (value instanceof ObjectValue object) {
            return object;
        }
        throw new BadMessageException(BAD_MESSAGE, "A message must be a JSON object.");
    }

    /** Reads a frame within the standard bounds as a message of a dialect. */
    public static ClientMessage decode(Dialect dialect, String text) throws BadMessageException {
        return scan(text).read(dialect, FrameBounds.standard());
    }

    /** Reads a frame of {@code hjx.v1.cbor}; the caller has looked at its length. */
    public static ClientMessage decode(byte[] cbor, FrameBounds bounds) throws BadMessageException {
        return new V1Reader(new Fields(message(CborReader.read(cbor, bounds)))).read();
    }

    /** How many bytes the text has as UTF-8, without making them. */
    public static int utf8Length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
            }
        }
        return bytes;
    }
}
