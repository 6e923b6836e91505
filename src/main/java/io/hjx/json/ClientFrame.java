package io.hjx.json;

import io.hjx.lang.value.Value;
import io.hjx.messages.Envelope;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.protocol.ErrorCode;

/** A client's frame that was read, before anybody asks what it means in a dialect. Immutable. */
public final class ClientFrame {

    private final String text;
    private final Value value;
    private final FrameBounds.Shape shape;
    private final int length;

    ClientFrame(String text, Value value, FrameBounds.Shape shape, int length) {
        this.text = text;
        this.value = value;
        this.shape = shape;
        this.length = length;
    }

    /** The frame's length in UTF-8 bytes. */
    public int length() {
        return length;
    }

    /** What the frame says in a dialect; fields that the dialect does not know are ignored. */
    public ClientMessage read(Dialect dialect, FrameBounds bounds) throws BadMessageException {
        bounds.check(shape);
        Fields fields = new Fields(MessageDecoder.message(value));
        return dialect.isV1() ? new V1Reader(fields).read() : new PlainReader(fields).read();
    }

    /** What the frame says to the message server. */
    public Envelope envelope(FrameBounds bounds) throws BadMessageException {
        bounds.check(shape);
        Fields fields = new Fields(MessageDecoder.message(value));
        try {
            return new EnvelopeReader(fields, JsonTree.read(text)).read();
        } catch (RuntimeException unreadable) {
            // A number that a provider finds too long, for instance
            throw new BadMessageException(ErrorCode.BAD_JSON, "The message cannot be read.");
        }
    }
}
