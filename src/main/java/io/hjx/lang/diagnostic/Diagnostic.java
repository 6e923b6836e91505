package io.hjx.lang.diagnostic;

import io.hjx.lang.source.Position;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * One fault or doubt about a source: what, where, why here, and what to do. Immutable.
 *
 * @param code the kind
 * @param title a lower-case fact with names in backticks, no full stop
 * @param source the file
 * @param span where in the file
 * @param label why here, shown beside the caret; may be empty
 * @param help an edit that the reader can make, where one is known
 */
public record Diagnostic(
        DiagnosticCode code,
        String title,
        SourceFile source,
        Span span,
        String label,
        @Nullable String help) {

    /** A diagnostic without label and help, its title made of the code's and the arguments. */
    public static Diagnostic of(DiagnosticCode code, SourceFile source, Span span, Object... arguments) {
        return new Diagnostic(code, code.title(arguments), source, span, "", null);
    }

    public Diagnostic withLabel(String newLabel) {
        return new Diagnostic(code, title, source, span, newLabel, help);
    }

    public Diagnostic withHelp(@Nullable String newHelp) {
        return new Diagnostic(code, title, source, span, label, newHelp);
    }

    /** The same about a source that goes by another name. */
    public Diagnostic withSource(SourceFile newSource) {
        return new Diagnostic(code, title, newSource, span, label, help);
    }

    public Severity severity() {
        return code.severity();
    }

    public Position position() {
        return source.position(span.start());
    }
}
