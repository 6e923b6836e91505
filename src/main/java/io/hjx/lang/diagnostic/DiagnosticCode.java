package io.hjx.lang.diagnostic;

import static io.hjx.lang.diagnostic.Severity.ERROR;
import static io.hjx.lang.diagnostic.Severity.WARNING;

/**
 * The kinds of diagnostics, each with a number that never changes its meaning.
 *
 * <p>Ranges: 1xxx layout of the file and lexing, 2xxx names, 3xxx kinds of values, 4xxx handlers, 5xxx style, 6xxx
 * emitting. The title is a lower-case fact with names in backticks; {@code %s} takes an argument.
 */
public enum DiagnosticCode {
    // 1xxx: layout of the file and lexing
    UNEXPECTED_TOKEN(1001, ERROR, "unexpected %s"),
    TAB_INDENTATION(1002, ERROR, "tab in indentation"),
    UNEVEN_INDENTATION(1003, ERROR, "indentation fits no line above"),
    LINES_TOO_DEEP(1004, ERROR, "lines nested more than %s deep"),
    MISPLACED_LINES(1005, ERROR, "nothing may stand below %s"),
    UNKNOWN_BLOCK(1006, ERROR, "unknown block `%s`"),
    REPEATED_BLOCK(1007, ERROR, "`%s` is there twice"),
    MISALIGNED_BLOCK(1008, ERROR, "block `%s` does not line up with the block above"),
    MISPLACED_HEADER(1009, ERROR, "`%s` stands behind a block"),
    INVALID_COMPONENT_NAME(1010, ERROR, "invalid component name `%s`"),
    COMPONENT_NAME_CASE(1011, WARNING, "component name `%s` is not in PascalCase"),
    UNKNOWN_SCOPE(1012, ERROR, "unknown scope `%s`"),
    MISSING_COLON(1013, ERROR, "missing `:`"),
    NOT_A_LITERAL(1014, ERROR, "`%s` is not given a literal"),
    INVALID_ROLES(1015, ERROR, "`%s` is not given a list of roles"),

    // 11xx: expressions
    UNCLOSED_LITERAL(1101, ERROR, "%s is not closed"),
    INVALID_LITERAL(1102, ERROR, "invalid %s"),
    FOREIGN_SYNTAX(1103, ERROR, "%s is not part of expressions"),
    MIXED_OPERATORS(1104, ERROR, "`%s` and `%s` together need parentheses"),
    NESTED_TOO_DEEPLY(1105, ERROR, "expression nested too deeply"),
    REPEATED_PARAMETER(1106, ERROR, "parameter `%s` is there twice"),

    // 12xx: layouts
    MISPLACED_ELSE(1201, ERROR, "`else` without `if`"),
    UNQUOTED_TEXT(1202, ERROR, "text without quotes"),
    REPEATED_ID(1203, ERROR, "element has two ids"),
    INVALID_CLASS(1204, ERROR, "invalid class name"),
    UNKNOWN_MODIFIER(1205, ERROR, "unknown modifier `%s`"),
    INVALID_MODIFIER_TIME(1206, ERROR, "modifier `%s` takes %s"),
    INVALID_ATTRIBUTE_VALUE(1207, ERROR, "value of `%s` is neither quoted nor in braces"),

    // 2xxx: names
    UNKNOWN_NAME(2001, ERROR, "unknown name `%s`"),

    // 3xxx: kinds of values

    // 4xxx: handlers

    // 41xx: statements
    UNKNOWN_STATEMENT(4101, ERROR, "unknown statement `%s`"),
    EVENT_NAME_NOT_QUOTED(4102, ERROR, "name of the event is not a string"),

    // 5xxx: style
    UNCLOSED_CSS(5001, ERROR, "%s is never closed"),
    UNEXPECTED_CSS(5002, ERROR, "unexpected `%s`"),
    CSS_TOO_DEEP(5003, ERROR, "brackets nest deeper than %s levels"),
    UNKNOWN_AT_RULE(5004, ERROR, "unknown at-rule `@%s`"),
    CSS_IMPORT(5005, ERROR, "`@import` is not allowed in `style:`"),
    FOREIGN_URL(5006, ERROR, "`%s` is on another origin"),
    GLOBAL_WITHOUT_SELECTOR(5007, ERROR, "`:global` without a selector"),

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

    /** The page about this code, relative to the project's root. */
    public String page() {
        return "docs/errors/" + id() + ".md";
    }

    public Severity severity() {
        return severity;
    }

    /** The title with its arguments filled in. */
    public String title(Object... arguments) {
        return title.formatted(arguments);
    }
}
