package io.hjx.lang.eval;

/** The item that a client means is not in its list any more; the message names the loop. */
public final class StaleItemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleItemException(String message) {
        super(message, null, false, false);
    }
}
