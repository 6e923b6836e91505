package io.hjx.runtime.protocol;

import java.nio.ByteBuffer;

/** What goes over a connection in one piece. Immutable. */
public sealed interface Frame {

    /** How long it is: in characters of text, or in bytes. */
    int length();

    /** JSON. */
    record Text(String text) implements Frame {

        @Override
        public int length() {
            return text.length();
        }
    }

    /**
     * CBOR.
     *
     * @param bytes from its position to its limit; nobody writes to them
     */
    record Binary(ByteBuffer bytes) implements Frame {

        /** The bytes, with a position of the caller's own. */
        @Override
        public ByteBuffer bytes() {
            return bytes.duplicate();
        }

        @Override
        public int length() {
            return bytes.remaining();
        }
    }
}
