package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A reading position on one logical line. Confined to the parsing thread.
 *
 * <p>A fault is reported once and moves the cursor to the line's end: whoever reads on finds nothing more there, and
 * asks for nothing more to be reported. So one line gives one diagnostic, and no parser needs a way out of its own.
 */
final class Cursor {

    private final Context context;
    private final String text;
    private final int limit;
    private int position;
    private boolean failed;

    Cursor(Context context, int start, int limit) {
        this.context = context;
        this.text = context.text();
        this.position = start;
        this.limit = limit;
    }

    static Cursor on(Context context, Line line) {
        return new Cursor(context, line.start(), line.end());
    }

    Context context() {
        return context;
    }

    int position() {
        return position;
    }

    int limit() {
        return limit;
    }

    /** True once something on this line was reported through this cursor. */
    boolean failed() {
        return failed;
    }

    boolean atEnd() {
        return position >= limit;
    }

    /** The character here, or NUL at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return position + ahead < limit ? text.charAt(position + ahead) : '\0';
    }

    void move(int offset) {
        position = Math.min(limit, offset);
    }

    /** Passes white space, line feeds and comments. */
    void blank() {
        position = Trivia.skip(text, position, limit);
    }

    boolean at(String symbol) {
        return position + symbol.length() <= limit && text.startsWith(symbol, position);
    }

    boolean atQuote() {
        return peek() == '"' || peek() == '\'';
    }

    boolean atName() {
        return !atEnd() && ExpressionLexer.isNameStart(text.codePointAt(position));
    }

    boolean take(String symbol) {
        boolean found = at(symbol);
        if (found) {
            position += symbol.length();
        }
        return found;
    }

    boolean atWord(String word) {
        return at(word) && !isNamePart(peek(word.length()));
    }

    /** Takes a word and the white space behind it. */
    boolean takeWord(String word) {
        boolean found = atWord(word);
        if (found) {
            position += word.length();
            blank();
        }
        return found;
    }

    private static boolean isNamePart(char c) {
        return ExpressionLexer.isNamePart(c) || c == '-';
    }

    /** Passes white space and takes a symbol, or fails. */
    void expect(String symbol, String label) {
        blank();
        if (!take(symbol)) {
            unexpected(label, null);
        }
    }

    /** The characters from here on that the predicate accepts, perhaps none. */
    Name run(IntPredicate accepted) {
        int start = position;
        int next = position < limit ? text.codePointAt(position) : 0;
        while (position < limit && accepted.test(next)) {
            position += Character.charCount(next);
            next = position < limit ? text.codePointAt(position) : 0;
        }
        position = Math.min(position, limit);
        return nameFrom(start);
    }

    Name nameFrom(int start) {
        Span span = from(start);
        return new Name(span, context.names().name(span.start(), span.end()));
    }

    /** A name as expressions have it, or a fault and the empty name. */
    Name identifier(String label, @Nullable String help) {
        if (!atName()) {
            unexpected(label, help);
            return missing();
        }
        return run(ExpressionLexer::isNamePart);
    }

    /** A name in which dashes may stand, though not the one of an arrow behind it. */
    Name dashedName() {
        Name name = run(c -> c == '-' || ExpressionLexer.isNamePart(c));
        if (!name.text().endsWith("-") || peek() != '>') {
            return name;
        }
        position--;
        return nameFrom(name.span().start());
    }

    Name missing() {
        return new Name(Span.at(position), "");
    }

    Span from(int start) {
        return new Span(start, Math.max(start, position));
    }

    /** An expression; line feeds are white space. */
    Expr expression() {
        var parsed = context.expressions().bracketed(position, limit);
        arrive(parsed.end(), parsed.node() instanceof Expr.MissingExpr);
        return parsed.node();
    }

    /** A string without interpolation, which must stand here. */
    Expr.StringLiteral string() {
        ExpressionToken token = context.token(position, limit);
        move(token.end());
        if (token.fault() != null) {
            fail(
                    token.fault().code(),
                    token.span(),
                    "",
                    token.fault().help(),
                    token.fault().argument());
        }
        return new Expr.StringLiteral(token.span(), token.text());
    }

    List<Expr> arguments() {
        var parsed = context.expressions().arguments(position, limit);
        boolean missing = parsed.node().stream().anyMatch(Expr.MissingExpr.class::isInstance);
        arrive(parsed.end(), missing);
        return parsed.node();
    }

    Path path() {
        var parsed = context.expressions().path(position, limit);
        arrive(parsed.end(), parsed.node().root().text().isEmpty());
        return parsed.node();
    }

    private void arrive(int end, boolean missing) {
        move(end);
        if (missing) {
            giveUp();
        }
    }

    /** Leaves the line without a report: there was one. */
    void giveUp() {
        failed = true;
        position = limit;
    }

    /** Asks that nothing but white space is left. */
    void finish(@Nullable String help) {
        blank();
        if (!atEnd()) {
            unexpected("expected the end of the line", help);
        }
    }

    /** Reports what stands here. */
    void unexpected(String label, @Nullable String help) {
        ExpressionToken token = context.token(position, limit);
        boolean end = token.kind() == ExpressionToken.Kind.END;
        Span span = end ? Span.at(position) : token.span();
        fail(DiagnosticCode.UNEXPECTED_TOKEN, span, label, help, end ? "end of line" : token.description());
    }

    void fail(DiagnosticCode code, Span span, String label, @Nullable String help, Object... arguments) {
        if (!failed) {
            context.report(code, span, label, help, arguments);
        }
        giveUp();
    }
}
