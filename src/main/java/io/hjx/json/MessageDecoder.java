package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_JSON;
import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Map;

/**
 * Turns frames into the messages of {@link ClientMessage}: JSON-P makes a tree of the text, and the readers of the
 * dialects make a message of the tree. Thread-safe. Nothing but {@link BadMessageException} comes out, whatever the
 * frame contains.
 */
public final class MessageDecoder {

    /** Looked up once: each use of {@code Json} looks for the provider again. */
    private static final JsonReaderFactory READERS = JsonProvider.provider().createReaderFactory(Map.of());

    private MessageDecoder() {}

    /** Looks over a frame: no field twice, nothing behind its end, and not deeper than any setting allows. */
    public static ClientFrame scan(String text) throws BadMessageException {
        return new ClientFrame(text, FrameScanner.scan(text));
    }

    /** Reads a frame within the standard bounds as a message of a dialect. */
    public static ClientMessage decode(Dialect dialect, String text) throws BadMessageException {
        return scan(text).read(dialect, FrameBounds.standard());
    }

    /** Reads a frame of {@code hjx.v1.cbor}; the caller has looked at its length. */
    public static ClientMessage decode(byte[] cbor, FrameBounds bounds) throws BadMessageException {
        return new V1Reader(new Fields(CborReader.tree(cbor, bounds))).read();
    }

    /** Reads a frame that has been looked over as JSON. */
    static JsonObject tree(String text) throws BadMessageException {
        JsonValue json;
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            json = reader.readValue();
        } catch (RuntimeException notJson) {
            // Which one, and what it says, differs from provider to provider, and it quotes the payload
            throw new BadMessageException(BAD_JSON, "The message is not JSON.");
        }
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new BadMessageException(BAD_MESSAGE, "A message must be a JSON object.");
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
