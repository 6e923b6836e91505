package io.hjx.lang.eval;

/** A client asked for what the component does not offer: an unknown site, a path that is not bound, a wrong kind. */
public final class BadRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code the error code on the wire, for instance {@code unknown-handler}
     * @param message one sentence for the developer
     */
    public BadRequestException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
