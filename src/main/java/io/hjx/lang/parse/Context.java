package io.hjx.lang.parse;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import org.jspecify.annotations.Nullable;

/** What the parsers of one source share. Confined to the parsing thread. */
record Context(SourceFile source, Diagnostics diagnostics, NameTable names, ExpressionParser expressions) {

    Context(SourceFile source, Diagnostics diagnostics) {
        this(source, diagnostics, new NameTable(source.text()));
    }

    private Context(SourceFile source, Diagnostics diagnostics, NameTable names) {
        this(source, diagnostics, names, new ExpressionParser(source, diagnostics, names));
    }

    String text() {
        return source.text();
    }

    /** The token that begins at or behind an offset, as it would stand inside brackets. */
    ExpressionToken token(int position, int limit) {
        return new ExpressionLexer(text(), names, position, limit, 1).next();
    }

    /** Reports what is no reason to stop reading the line. */
    void report(DiagnosticCode code, Span span, String label, @Nullable String help, Object... arguments) {
        diagnostics.add(
                Diagnostic.of(code, source, span, arguments).withLabel(label).withHelp(help));
    }

    /** Reports the lines below one that takes none. */
    void refuseChildren(Line line, String parent, @Nullable String help) {
        if (!line.children().isEmpty()) {
            Line child = line.children().get(0);
            report(DiagnosticCode.MISPLACED_LINES, new Span(child.start(), child.end()), "", help, parent);
        }
    }
}
