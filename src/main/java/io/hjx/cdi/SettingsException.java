package io.hjx.cdi;

/** A setting that nobody knows or whose value means nothing; it stops the deployment. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message, null, false, false);
    }
}
