package io.hjx.lang.diagnostic;

import io.hjx.lang.source.Position;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes diagnostics as JSON for tools: editors, the page in development mode, the command line.
 *
 * <p>Each is an object with {@code code}, {@code severity} ({@code error} or {@code warning}), {@code title},
 * {@code label}, {@code help} (a string or {@code null}), {@code path}, {@code line}, {@code column}, {@code endLine},
 * {@code endColumn} (from 1, columns in code points, the end behind the last character) and {@code docs}.
 */
public final class DiagnosticJson {

    private final StringBuilder out = new StringBuilder();

    private DiagnosticJson() {}

    /** A JSON array of all diagnostics, one a line. */
    public static String write(List<Diagnostic> diagnostics) {
        DiagnosticJson json = new DiagnosticJson();
        json.out.append('[');
        String separator = "\n";
        for (Diagnostic diagnostic : diagnostics) {
            json.out.append(separator);
            json.object(diagnostic);
            separator = ",\n";
        }
        return json.out.append(diagnostics.isEmpty() ? "]" : "\n]").toString();
    }

    private void object(Diagnostic diagnostic) {
        Position start = diagnostic.position();
        Position end = diagnostic.source().position(diagnostic.span().end());
        out.append('{');
        member("code", diagnostic.code().id());
        member("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
        member("title", diagnostic.title());
        member("label", diagnostic.label());
        member("help", diagnostic.help());
        member("path", diagnostic.source().path());
        member("line", start.line());
        member("column", start.column());
        member("endLine", end.line());
        member("endColumn", end.column());
        member("docs", diagnostic.code().page());
        out.append('}');
    }

    private void key(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        string(name);
        out.append(':');
    }

    private void member(String name, int value) {
        key(name);
        out.append(value);
    }

    private void member(String name, @Nullable String value) {
        key(name);
        if (value == null) {
            out.append("null");
        } else {
            string(value);
        }
    }

    /** Escapes what RFC 8259 demands, unpaired surrogates, and what would end a script element. */
    private void string(String value) {
        out.append('"');
        value.codePoints().forEach(this::character);
        out.append('"');
    }

    private void character(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            default -> {
                boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                boolean escaped = c < ' ' || c == '<' || c == 0x2028 || c == 0x2029 || surrogate;
                out.append(escaped ? "\\u%04x".formatted(c) : Character.toString(c));
            }
        }
    }
}
