package io.hjx.lang.eval;

import io.hjx.lang.source.Span;

/**
 * An expression or statement that has no result: a name that nothing has, a call of what is no function, a method that
 * does not exist.
 *
 * <p>The message is one lower-case sentence for the developer, names in backticks.
 */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;

    public EvaluationException(Span span, String message) {
        super(message, null, false, false);
        this.span = span;
    }

    /** Where in the component's source. */
    public Span span() {
        return span;
    }
}
