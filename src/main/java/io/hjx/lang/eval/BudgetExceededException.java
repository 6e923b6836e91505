package io.hjx.lang.eval;

import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import org.jspecify.annotations.Nullable;

/** An evaluation asked for more than its {@link Budget}; the message completes "the handler …". */
public final class BudgetExceededException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable SourceFile source;
    private final transient @Nullable Span span;

    public BudgetExceededException(String message) {
        this(message, null, null);
    }

    private BudgetExceededException(String message, @Nullable SourceFile source, @Nullable Span span) {
        super(message, null, false, false);
        this.source = source;
        this.span = span;
    }

    /** The same with the place of a statement; one that has a place keeps it. */
    BudgetExceededException at(SourceFile file, Span statement) {
        return span != null ? this : new BudgetExceededException(String.valueOf(getMessage()), file, statement);
    }

    /** The file of the statement, where one was running. */
    public @Nullable SourceFile source() {
        return source;
    }

    /** The innermost statement that was running, where one was. */
    public @Nullable Span span() {
        return span;
    }
}
