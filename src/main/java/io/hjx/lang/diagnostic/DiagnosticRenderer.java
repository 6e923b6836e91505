package io.hjx.lang.diagnostic;

import io.hjx.lang.source.Position;
import io.hjx.lang.source.Span;
import java.util.Comparator;
import java.util.List;

/**
 * Writes diagnostics for people: title, place, source line, caret, help, page. Immutable and thread-safe.
 *
 * <p>Tabs are shown as written, and the caret's line repeats them, so that it stands right at any tab width. Other
 * control characters are shown as {@code U+FFFD}: a source cannot speak to the terminal. Of long lines only the part
 * around the caret is shown.
 */
public final class DiagnosticRenderer {

    /** The most diagnostics that {@link #render(List)} writes out. */
    public static final int MOST_SHOWN = 20;

    private final Palette palette;

    public DiagnosticRenderer(Palette palette) {
        this.palette = palette;
    }

    /** A renderer without colors. */
    public static DiagnosticRenderer plain() {
        return new DiagnosticRenderer(Palette.PLAIN);
    }

    /**
     * The first {@value #MOST_SHOWN} diagnostics, a blank line between them, and how many there are more. Where that
     * leaves some out, it is warnings before errors.
     */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : shown(diagnostics)) {
            out.append(out.isEmpty() ? "" : "\n").append(render(diagnostic));
        }
        int more = diagnostics.size() - MOST_SHOWN;
        return more > 0 ? out + "\nand " + more + " more\n" : out.toString();
    }

    private static List<Diagnostic> shown(List<Diagnostic> diagnostics) {
        return diagnostics.size() <= MOST_SHOWN
                ? diagnostics
                : diagnostics.stream()
                        .sorted(Comparator.comparing(Diagnostic::severity))
                        .limit(MOST_SHOWN)
                        .toList();
    }

    /** One diagnostic, its last line ended. */
    public String render(Diagnostic diagnostic) {
        Position position = diagnostic.position();
        String margin = " ".repeat(String.valueOf(position.line()).length());
        String bar = palette.frame(margin + " |");
        StringBuilder out = new StringBuilder();
        out.append(title(diagnostic)).append('\n');
        out.append(palette.frame(margin + "-->")).append(" ");
        out.append(Excerpt.printable(diagnostic.source().path()))
                .append(':')
                .append(position)
                .append('\n');
        out.append(bar).append('\n');
        excerpt(out, diagnostic, position, bar);
        out.append(bar).append('\n');
        if (diagnostic.help() != null) {
            note(out, margin, "help", diagnostic.help());
        }
        note(out, margin, "docs", diagnostic.code().page());
        return out.toString();
    }

    private String title(Diagnostic diagnostic) {
        boolean error = diagnostic.severity() == Severity.ERROR;
        String head = (error ? "error[" : "warning[") + diagnostic.code().id() + "]";
        String painted = error ? palette.error(head) : palette.warning(head);
        return painted + palette.title(": " + Excerpt.printable(diagnostic.title()));
    }

    private void excerpt(StringBuilder out, Diagnostic diagnostic, Position position, String bar) {
        Span span = diagnostic.span();
        Excerpt excerpt = Excerpt.of(diagnostic.source(), position.line(), span);
        out.append(palette.frame(position.line() + " |"));
        out.append(excerpt.text().isEmpty() ? "" : " " + excerpt.text()).append('\n');
        boolean error = diagnostic.severity() == Severity.ERROR;
        String label = diagnostic.label().isEmpty() ? "" : " " + Excerpt.printable(diagnostic.label());
        String marked = excerpt.carets() + label;
        out.append(bar).append(' ').append(excerpt.indentation());
        out.append(error ? palette.error(marked) : palette.warning(marked)).append('\n');
    }

    private void note(StringBuilder out, String margin, String kind, String text) {
        out.append(palette.frame(margin + " =")).append(' ');
        out.append(kind).append(": ").append(Excerpt.printable(text)).append('\n');
    }
}
