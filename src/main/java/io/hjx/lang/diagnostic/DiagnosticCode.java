package io.hjx.lang.diagnostic;

import static io.hjx.lang.diagnostic.Severity.ERROR;
import static io.hjx.lang.diagnostic.Severity.WARNING;

/**
 * The kinds of diagnostics, each with a number that never changes its meaning.
 *
 * <p>Ranges: 1xxx layout of the file and lexing, 2xxx names, 3xxx kinds of values, 4xxx handlers, 5xxx style, 6xxx
 * pages without a server. The title is a lower-case fact with names in backticks; {@code %s} takes an argument.
 */
public enum DiagnosticCode {
    // 1xxx: layout of the file and lexing
    UNEXPECTED_TOKEN(1001, ERROR, "unexpected %s"),
    ODD_INDENTATION(1002, ERROR, "%s in indentation"),
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
    COLON_IN_ATTRIBUTE(1208, WARNING, "attribute `%s` has a colon in its name and no value"),

    // 2xxx: names
    UNKNOWN_NAME(2001, ERROR, "unknown name `%s`"),
    REPEATED_NAME(2002, ERROR, "`%s` is declared twice"),
    RESERVED_NAME(2003, ERROR, "`%s` cannot be declared"),
    UNDECLARED_NAME(2004, WARNING, "undeclared name `%s`"),
    HIDDEN_NAME(2005, WARNING, "`%s` hides a declared name"),
    MISPLACED_BUILT_IN(2006, ERROR, "`%s` is known in handlers alone"),
    SECRET_IN_LAYOUT(2007, ERROR, "secret `%s` in a layout"),
    COMPUTED_CYCLE(2008, ERROR, "`%s` is computed from itself"),
    UNKNOWN_MEMBER(2009, ERROR, "unknown member `%s`"),
    UNKNOWN_FIELD(2010, WARNING, "unknown field `%s`"),
    REPEATED_KEY(2011, WARNING, "key `%s` is there twice"),

    // 21xx: elements and attributes
    UNKNOWN_TAG(2101, ERROR, "unknown tag `%s`"),
    REFUSED_TAG(2102, ERROR, "`%s` is not allowed in a layout"),
    CHILDREN_OF_VOID(2103, ERROR, "`%s` has no content"),
    MISPLACED_CONTENT(2104, ERROR, "%s cannot stand in `%s`"),
    REFUSED_ATTRIBUTE(2105, ERROR, "attribute `%s` is not allowed"),
    REPEATED_ATTRIBUTE(2106, ERROR, "attribute `%s` is there twice"),
    SHARED_ID(2107, ERROR, "id `%s` is there twice"),
    ID_IN_LOOP(2108, WARNING, "id `%s` in a loop"),
    CONSTANT_KEY(2109, WARNING, "key is the same for all items"),
    FOREIGN_ATTRIBUTE(2110, WARNING, "attribute `%s` does nothing here"),

    // 22xx: imports and component uses
    IMPORT_NOT_FOUND(2201, ERROR, "cannot find `%s`"),
    IMPORT_OUTSIDE(2202, ERROR, "`%s` leads out of the components"),
    IMPORT_CYCLE(2203, ERROR, "`%s` imports itself in the end"),
    UNUSED_IMPORT(2204, WARNING, "import `%s` is not used"),
    REPEATED_IMPORT(2205, ERROR, "`%s` is imported twice"),
    IMPORT_HIDES_TAG(2206, ERROR, "import `%s` has the name of an element"),
    NOT_A_PROP(2207, ERROR, "`%s` of `%s` cannot be given"),
    PROP_IS_SET(2208, ERROR, "`%s` of `%s` is set by the component itself"),
    TOO_MANY_USES(2209, ERROR, "more than %s components in one another"),
    NO_SLOT(2210, WARNING, "`%s` has no slot for this"),
    NEARLY_A_PROP(2211, WARNING, "`%s` is not declared by `%s`"),

    // 23xx: files beside components
    ASSET_NOT_FOUND(2301, ERROR, "cannot find the file `%s`"),
    ASSET_OUTSIDE(2302, ERROR, "`%s` leads out of the components"),
    ASSET_REFUSED(2303, ERROR, "`%s` cannot be served"),

    // 3xxx: kinds of values
    NOT_BINDABLE(3001, ERROR, "`%s` cannot be bound"),
    READ_ONLY_BIND(3002, ERROR, "cannot bind to `%s`"),
    SERVER_ONLY(3003, ERROR, "`%s` in a layout"),
    CONSTANT_CONDITION(3004, WARNING, "condition is always %s"),
    REPEATED_CONDITION(3005, WARNING, "branch is never taken"),

    // 4xxx: handlers
    UNKNOWN_HANDLER(4001, ERROR, "unknown handler `%s`"),
    UNDECLARED_HANDLER(4002, WARNING, "handler `%s` is not in `handlers:`"),
    REPEATED_HANDLER(4003, ERROR, "handler `%s` is there twice"),
    RESERVED_HANDLER(4004, ERROR, "a handler cannot be called `%s`"),
    PRIVATE_HANDLER(4005, ERROR, "`%s` is callable only by `call`"),
    READ_ONLY_NAME(4006, ERROR, "cannot set `%s`"),
    UNKNOWN_ACCESS(4007, ERROR, "`%s` in `access:` is no handler"),
    UNUSED_HANDLER(4008, WARNING, "handler `%s` is not used here"),
    ARGUMENT_COUNT(4009, WARNING, "handler `%s` takes %s"),

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

    // 6xxx: pages without a server
    SCRIPT_WITHOUT_SERVER(6001, ERROR, "`script:` needs a server"),
    SECRET_WITHOUT_SERVER(6002, ERROR, "secret `%s` needs a server"),
    SCOPE_WITHOUT_SERVER(6003, ERROR, "`scope %s` needs a server"),
    ACCESS_WITHOUT_SERVER(6004, ERROR, "`%s` in `access:` needs a server"),
    HANDLER_WITHOUT_SERVER(6005, ERROR, "handler `%s` is not in `handlers:`");

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
