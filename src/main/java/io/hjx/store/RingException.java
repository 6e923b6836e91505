package io.hjx.store;

/** A computed name reads itself, directly or by others; the message shows how. */
final class RingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    RingException(String ring) {
        super("a computed name reads itself: " + ring);
    }
}
