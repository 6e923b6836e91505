package io.hjx.runtime.instance;

import io.hjx.runtime.protocol.ErrorCode;

/** Ends a transaction without effect for a reason that the client is told. */
final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;

    RejectedException(Rejection rejection) {
        super(rejection.message(), null, false, false);
        this.rejection = rejection;
    }

    RejectedException(ErrorCode code, String message) {
        this(Rejection.of(code, message));
    }

    Rejection rejection() {
        return rejection;
    }
}
