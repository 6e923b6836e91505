package io.hjx.lang.value;

/** A list or object would nest too deeply, or hold more than fits one value; the message says which. */
public final class ValueTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ValueTooLargeException(String message) {
        super(message, null, false, false);
    }
}
