package io.hjx.lang.analyze;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where the checks of one file say what they found. Confined to the compiling thread. */
record Report(SourceFile source, Diagnostics diagnostics, NameSearch search) {

    Report(SourceFile source, Diagnostics diagnostics) {
        this(source, diagnostics, new NameSearch());
    }

    void add(DiagnosticCode code, Span span, String label, @Nullable String help, Object... arguments) {
        diagnostics.add(
                Diagnostic.of(code, source, span, arguments).withLabel(label).withHelp(help));
    }

    /** {@code 4:3}, for messages that point elsewhere in the file. */
    String place(Span span) {
        return source.position(span.start()).toString();
    }

    /** The known name that somebody may have meant; null where there is none. */
    @Nullable String near(String name, Collection<String> known) {
        return search.near(name, known);
    }

    /** The usual hint at a name that somebody may have meant; null where there is none. */
    static @Nullable String meant(@Nullable String nearest) {
        return nearest == null ? null : "did you mean `" + nearest + "`?";
    }
}
