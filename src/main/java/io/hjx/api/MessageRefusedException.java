package io.hjx.api;

/**
 * Why a message was not taken, in words for the other side: a {@link MessageServer.Handler} throws it to tell the
 * client, and it is how a client's refusal arrives. Immutable.
 */
public class MessageRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What has gone wrong, for programs. */
    private final String code;

    /**
     * One that tells why.
     *
     * @param code for programs, like {@code room-full}
     * @param message for people
     */
    public MessageRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** What has gone wrong, for programs. */
    public String code() {
        return code;
    }
}
