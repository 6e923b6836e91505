package io.hjx.client;

/**
 * Why a message was not taken or answered. Thrown by a {@link MessageHandler}, it tells the server so. Immutable.
 *
 * <p>The client's own codes are {@code queue-full}, {@code timeout}, {@code expired}, {@code resume-expired},
 * {@code closed}, {@code replaced}, {@code too-large} and {@code bad-message}; others are the server's.
 */
public final class MessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What has gone wrong, for programs. */
    private final String code;

    /**
     * @param code for programs, like {@code room-full}
     * @param message for people
     */
    public MessageException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** What happened, for programs. */
    public String code() {
        return code;
    }
}
