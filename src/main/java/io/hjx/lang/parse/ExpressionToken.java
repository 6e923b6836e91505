package io.hjx.lang.parse;

import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * A word, literal or symbol of an expression. Immutable.
 *
 * @param text the name or symbol as written, or a string's characters with its escapes resolved
 * @param number the value of a number, else 0
 * @param fault what is wrong with the token itself; reported only once the parser takes the token
 */
record ExpressionToken(
        Kind kind,
        int start,
        int end,
        String text,
        double number,
        @Nullable Fault fault) {

    enum Kind {
        NUMBER,
        STRING,
        /** The opening back quote of a template literal. */
        TEMPLATE,
        NAME,
        SYMBOL,
        /** A character that begins nothing. */
        UNKNOWN,
        /** The limit, or a line feed outside brackets. */
        END
    }

    /** A fault inside a token. */
    record Fault(
            DiagnosticCode code, String argument, @Nullable String help) {}

    static ExpressionToken of(Kind kind, int start, int end, String text) {
        return new ExpressionToken(kind, start, end, text, 0, null);
    }

    Span span() {
        return new Span(start, end);
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** What the reader of a diagnostic sees in the place of this token. */
    String description() {
        return switch (kind) {
            case END -> "end of the expression";
            case STRING -> "string";
            case TEMPLATE -> "template literal";
            case NUMBER -> "number";
            case NAME, SYMBOL, UNKNOWN -> "`" + text + "`";
        };
    }
}
