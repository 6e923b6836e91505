package io.hjx.runtime.protocol;

import java.nio.ByteBuffer;

/** The part of an update that all subscribers who speak alike share, encoded once. Immutable. */
public sealed interface EncodedBody {

    /** The version that it leads to. */
    long version();

    /**
     * In JSON: the members {@code "epoch":…,"version":…,"state":{…}} or {@code "patch":[…]} in place of the last,
     * without braces around them.
     */
    record Text(String text, long version) implements EncodedBody {}

    /**
     * In CBOR: the same three members as pairs of a map, without the map's head.
     *
     * @param members from its position to its limit; nobody writes to them
     */
    record Binary(ByteBuffer members, long version) implements EncodedBody {

        /** The bytes, with a position of the caller's own. */
        @Override
        public ByteBuffer members() {
            return members.duplicate();
        }
    }
}
