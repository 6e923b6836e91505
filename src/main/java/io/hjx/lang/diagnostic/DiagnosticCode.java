package io.hjx.lang.diagnostic;

import static io.hjx.lang.diagnostic.Severity.ERROR;

/**
 * The kinds of diagnostics, each with a number that never changes its meaning.
 *
 * <p>Ranges: 1xxx layout of the file and lexing, 2xxx names, 3xxx kinds of values, 4xxx handlers, 5xxx style, 6xxx
 * emitting. The title is a lower-case fact with names in backticks; {@code %s} takes an argument.
 */
public enum DiagnosticCode {
    // 1xxx: layout of the file and lexing
    UNEXPECTED_TOKEN(1001, ERROR, "unexpected %s"),

    // 2xxx: names
    UNKNOWN_NAME(2001, ERROR, "unknown name `%s`"),

// 3xxx: kinds of values

// 4xxx: handlers

// 5xxx: style

// 6xxx: emitting
;

    private final int number;
    private final Severity severity;
    private final String title;

    DiagnosticCode(int number, Severity severity, String title) {
        this.number = number;
        this.severity = severity;
        this.title = title;
    }

    /** The code as people write it, for instance {@code HJX2001}. */
    public String id() {
        return "HJX" + number;
    }

    public Severity severity() {
        return severity;
    }

    /** The title with its arguments filled in. */
    public String title(Object... arguments) {
        return title.formatted(arguments);
    }
}
