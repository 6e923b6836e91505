package io.hjx.cli;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticRenderer;
import io.hjx.lang.diagnostic.Severity;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the compiler has to say about some files. Immutable.
 *
 * @param files how many were asked about
 * @param diagnostics each once, though a file be imported by many; those of one file in source order
 */
record CheckReport(int files, List<Diagnostic> diagnostics) {

    static CheckReport of(Collection<ComponentFile> files) throws IOException {
        // One source a path, so that equal diagnostics are equal
        Map<String, SourceFile> sources = new HashMap<>();
        Set<Diagnostic> found = new LinkedHashSet<>();
        for (ComponentFile file : files) {
            for (Diagnostic diagnostic : file.compilation().diagnostics()) {
                SourceFile shown = file.shown(diagnostic.source());
                found.add(diagnostic.withSource(sources.computeIfAbsent(shown.path(), path -> shown)));
            }
        }
        return new CheckReport(files.size(), List.copyOf(found));
    }

    boolean hasErrors() {
        return count(Severity.ERROR) > 0;
    }

    /** All diagnostics, a blank line behind each, and a last line, not ended, that counts them. */
    String render(DiagnosticRenderer renderer) {
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(
                diagnostic -> out.append(renderer.render(diagnostic)).append('\n'));
        return out.append(counted(files, "file"))
                .append(", ")
                .append(counted(count(Severity.ERROR), "error"))
                .append(", ")
                .append(counted(count(Severity.WARNING), "warning"))
                .toString();
    }

    private long count(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
