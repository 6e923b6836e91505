package io.hjx.test;

/**
 * The server refused what a user did. A test that expects it says so:
 *
 * <pre>{@code
 * var refused = assertThrows(RefusedError.class, () -> guest.click("Delete"));
 * assertEquals("forbidden", refused.reason().code());
 * }</pre>
 */
public final class RefusedError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final transient LiveError reason;

    RefusedError(String message, LiveError reason) {
        super(message);
        this.reason = reason;
    }

    /** What the server said. */
    public LiveError reason() {
        return reason;
    }
}
