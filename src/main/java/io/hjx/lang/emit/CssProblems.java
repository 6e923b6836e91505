package io.hjx.lang.emit;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;

/** Where the faults of one {@code style:} block go, from offsets in the block to places in the file. */
final class CssProblems {

    private final SourceFile source;
    private final Span block;
    private final Diagnostics diagnostics;
    private boolean any;

    CssProblems(SourceFile source, Declaration.RawBlock block, Diagnostics diagnostics) {
        this.source = source;
        this.block = block.span();
        this.diagnostics = diagnostics;
    }

    /** Reports a fault about the block's characters from {@code start} to {@code end}. */
    void report(DiagnosticCode code, int start, int end, String label, String help, Object... arguments) {
        any = true;
        diagnostics.add(Diagnostic.of(code, source, place(start, end), arguments)
                .withLabel(label)
                .withHelp(help));
    }

    /** Where the block's characters from {@code start} to {@code end} stand in the file. */
    Span place(int start, int end) {
        int from = Math.min(block.start() + start, block.end());
        int to = Math.max(from, Math.min(block.start() + end, block.end()));
        return new Span(from, to);
    }

    SourceFile source() {
        return source;
    }

    /** True where something has been reported. */
    boolean any() {
        return any;
    }
}
