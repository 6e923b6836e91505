package io.hjx.lang.eval;

import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * An expression or statement that has no result: a name that nothing has, a call of what is no function, a method that
 * does not exist.
 *
 * <p>The message is one lower-case sentence for the developer, names in backticks.
 */
public final class EvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourceFile source;
    private final transient Span span;

    public EvaluationException(Span span, String message) {
        this(null, span, message);
    }

    private EvaluationException(@Nullable SourceFile source, Span span, String message) {
        super(message, null, false, false);
        this.source = source;
        this.span = span;
    }

    /** The same in a file; one that knows its file keeps it. */
    public EvaluationException in(SourceFile file) {
        return source != null ? this : new EvaluationException(file, span, String.valueOf(getMessage()));
    }

    /** The file; all that leaves a {@link ComponentProgram} knows it. */
    public @Nullable SourceFile source() {
        return source;
    }

    /** Where in the file. */
    public Span span() {
        return span;
    }
}
