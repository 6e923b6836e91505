package io.hjx.lang.eval;

/** An evaluation asked for more than its {@link Budget}; the message completes "the handler …". */
public final class BudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BudgetExceededException(String message) {
        super(message, null, false, false);
    }
}
