package io.hjx.runtime.spi;

/**
 * A script failed; the message is for the developer and begins with {@code path:line:column} in the {@code .hjx} file.
 */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ScriptException(String message) {
        super(message, null, false, false);
    }
}
