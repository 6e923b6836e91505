package io.hjx.json;

import io.hjx.lang.value.ObjectValue;
import io.hjx.messages.Envelope;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ErrorCode;

/**
 * The text of a client's frame. Nothing is made of it before somebody asks what it means, who knows its bounds.
 * Immutable.
 */
public record ClientFrame(String text) {

    /** The frame's length in UTF-8 bytes, which are not made. */
    public int length() {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
            }
        }
        return bytes;
    }

    /**
     * What the frame says in a dialect; fields that the dialect does not know are ignored. The caller has looked at its
     * length.
     */
    public ClientMessage read(Dialect dialect, FrameBounds bounds) throws BadMessageException {
        Fields fields = new Fields(message(bounds));
        return dialect.isV1() ? new V1Reader(fields).read() : new PlainReader(fields).read();
    }

    /** What the frame says to the message server; the caller has looked at its length. */
    public Envelope envelope(FrameBounds bounds) throws BadMessageException {
        Fields fields = new Fields(message(bounds));
        try {
            return new EnvelopeReader(fields, JsonTree.read(text)).read();
        } catch (RuntimeException unreadable) {
            // A number that a provider finds too long, for instance
            throw new BadMessageException(ErrorCode.BAD_JSON, "The message cannot be read.");
        }
    }

    private ObjectValue message(FrameBounds bounds) throws BadMessageException {
        return MessageDecoder.message(MessageDecoder.value(text, bounds));
    }
}
