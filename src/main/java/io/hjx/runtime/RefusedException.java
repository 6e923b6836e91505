package io.hjx.runtime;

import io.hjx.runtime.instance.Rejection;

/** An instance that may not be seen, or does not exist. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    public RefusedException(Rejection rejection) {
        super(rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    /** Why, with a code of {@link io.hjx.runtime.protocol.ErrorCode}. */
    public Rejection rejection() {
        return rejection;
    }
}
