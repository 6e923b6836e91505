package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_JSON;
import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import io.hjx.lang.value.Json;
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

    /** The value of a frame's text, in which no field may be twice; the caller has looked at its length. */
    static Value value(String text, FrameBounds bounds) throws BadMessageException {
        try {
            return Json.parse(text, bounds.depth(), bounds.width());
        } catch (JsonException bad) {
            throw switch (bad.fault()) {
                case NOT_JSON -> new BadMessageException(BAD_JSON, "The message is not JSON.");
                case TOO_DEEP -> bounds.tooDeep();
                case TOO_WIDE -> bounds.tooWide();
                case KEY_TWICE -> Fields.twice(bad.key());
            };
        }
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
        return new ClientFrame(text).read(dialect, FrameBounds.standard());
    }

    /** Reads a frame of {@code hjx.v1.cbor}; the caller has looked at its length. */
    public static ClientMessage decode(byte[] cbor, FrameBounds bounds) throws BadMessageException {
        return new V1Reader(new Fields(message(CborReader.read(cbor, bounds)))).read();
    }
}
