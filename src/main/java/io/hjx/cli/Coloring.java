package io.hjx.cli;

import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.Palette;
import java.util.Map;

/** Decides whether diagnostics are in color: where a person looks on and does not refuse, see no-color.org. */
final class Coloring {

    private Coloring() {}

    /** A renderer for what is attached to this process. */
    // The launchers ask newer Javas, by jdk.console, for the console that is null where nobody looks on
    @SuppressWarnings("SystemConsoleNull")
    static DiagnosticRenderer renderer() {
        return new DiagnosticRenderer(palette(System.console() != null, System.getenv()));
    }

    static Palette palette(boolean terminal, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb");
        return terminal && !refused && !dumb ? Palette.ANSI : Palette.PLAIN;
    }
}
