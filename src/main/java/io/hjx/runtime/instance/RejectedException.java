package io.hjx.runtime.instance;

import io.hjx.runtime.protocol.ErrorCode;

/** Ends a transaction without effect for a reason that whoever asked for it is told. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedException(Rejection rejection) {
        super(rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    RejectedException(ErrorCode code, String message) {
        this(Rejection.of(code, message));
    }

    public Rejection rejection() {
        return rejection;
    }
}
