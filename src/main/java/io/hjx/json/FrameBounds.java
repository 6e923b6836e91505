package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_JSON;

/**
 * How much one frame of a client may say. Immutable.
 *
 * @param bytes its length in UTF-8; a longer one closes the connection
 * @param depth how deep it may be nested, at most {@link #DEEPEST}; a deeper one is refused
 * @param width how many members an object, or items a list, may have; a frame with more is refused
 */
public record FrameBounds(int bytes, int depth, int width) {

    /** The depth that no setting exceeds: parsers and readers work on the stack. */
    public static final int DEEPEST = 200;

    /** The defaults of the protocol document. */
    public static FrameBounds standard() {
        return new FrameBounds(64 * 1024, 32, 10_000);
    }

    /** The depth of a frame, as far as it has been read. */
    void checkDepth(int found) throws BadMessageException {
        if (found > depth) {
            throw tooDeep();
        }
    }

    /** The members of an object, or items of a list, as far as it has been read. */
    void checkWidth(int found) throws BadMessageException {
        if (found > width) {
            throw tooWide();
        }
    }

    BadMessageException tooDeep() {
        return new BadMessageException(BAD_JSON, "A message may be nested " + depth + " deep, not deeper.");
    }

    BadMessageException tooWide() {
        return new BadMessageException(
                BAD_JSON, "An object or list of a message may have " + width + " members, not more.");
    }
}
