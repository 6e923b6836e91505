package io.hjx.cli;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.source.Position;
import java.util.Locale;

/** Diagnostics as text for the terminal. */
final class Reports {

    private Reports() {}

    /** What, where, and what to do. */
    static String render(Diagnostic diagnostic) {
        Position place = diagnostic.position();
        String severity = diagnostic.severity().name().toLowerCase(Locale.ROOT);
        String what = severity + "[" + diagnostic.code().id() + "]: " + diagnostic.title();
        String where = "\n  --> " + diagnostic.source() + ":" + place.line() + ":" + place.column();
        return what + where + (diagnostic.help() == null ? "" : "\n   = help: " + diagnostic.help());
    }
}
