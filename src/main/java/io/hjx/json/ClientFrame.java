package io.hjx.json;

import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;

/**
 * A client's frame that has been looked over, before anybody makes anything of it or asks what it means in a dialect.
 * Immutable.
 */
public final class ClientFrame {

    private final String text;
    private final FrameBounds.Shape shape;
    private final int length;

    ClientFrame(String text, FrameBounds.Shape shape) {
        this.text = text;
        this.shape = shape;
        this.length = MessageDecoder.utf8Length(text);
    }

    /** The frame's length in UTF-8 bytes. */
    public int length() {
        return length;
    }

    /** What the frame says in a dialect; fields that the dialect does not know are ignored. */
    public ClientMessage read(Dialect dialect, FrameBounds bounds) throws BadMessageException {
        bounds.check(shape);
        Fields fields = new Fields(MessageDecoder.tree(text));
        return dialect.isV1() ? new V1Reader(fields).read() : new PlainReader(fields).read();
    }
}
