package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import io.hjx.messages.Envelope;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads what clients say to the message server. A {@code source} in it means nothing. Immutable.
 *
 * @param tree the same message, for what goes on as JSON text
 */
record EnvelopeReader(Fields fields, JsonValue tree) {

    /** The longest id and type, in characters. */
    private static final int MAX_NAME = 128;

    Envelope read() throws BadMessageException {
        String replyTo = id(ProtocolKeys.REPLY_TO);
        if (replyTo != null) {
            boolean failed = fields.textOr(ProtocolKeys.TYPE, "").equals(ProtocolKeys.ERROR);
            return failed ? failure(replyTo) : new Envelope.Reply(replyTo, payload());
        }
        String type = type();
        return type.equals(ProtocolKeys.ERROR)
                ? failure(null)
                : new Envelope.Message(type, id(ProtocolKeys.ID), payload());
    }

    private Envelope failure(@Nullable String replyTo) throws BadMessageException {
        return new Envelope.Failure(
                replyTo, fields.textOr(ProtocolKeys.CODE, ""), fields.textOr(ProtocolKeys.MESSAGE, ""));
    }

    private String type() throws BadMessageException {
        String type = fields.text(ProtocolKeys.TYPE);
        if (type.isEmpty() || type.length() > MAX_NAME) {
            throw wrong(ProtocolKeys.TYPE, "1 to " + MAX_NAME + " characters");
        }
        return type;
    }

    private @Nullable String id(String name) throws BadMessageException {
        JsonValue id = tree.asJsonObject().get(name);
        if (id == null || id.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        boolean fits = id instanceof JsonString string
                ? string.getChars().length() > 0 && string.getChars().length() <= MAX_NAME
                : id instanceof JsonNumber number && number.toString().length() <= MAX_NAME;
        if (!fits) {
            throw wrong(name, "a number, or 1 to " + MAX_NAME + " characters");
        }
        return id.toString();
    }

    private @Nullable String payload() {
        JsonValue payload = tree.asJsonObject().get(ProtocolKeys.PAYLOAD);
        return payload == null ? null : payload.toString();
    }

    private static BadMessageException wrong(String name, String kind) {
        return new BadMessageException(BAD_MESSAGE, "The field `" + name + "` must be " + kind + ".");
    }
}
