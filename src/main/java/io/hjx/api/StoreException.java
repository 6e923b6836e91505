package io.hjx.api;

/** Why a {@link Store} could not make a change at present. Immutable. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What has gone wrong, for programs. */
    private final String code;

    /**
     * One that tells why.
     *
     * @param code for programs, like {@code state-too-large}
     * @param message for people
     */
    public StoreException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** What has gone wrong, for programs. */
    public String code() {
        return code;
    }
}
