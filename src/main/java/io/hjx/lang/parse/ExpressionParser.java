package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import java.util.List;

/**
 * Reads the expressions of a source by precedence climbing. Confined to the parsing thread.
 *
 * <p>Each method reads the longest expression that begins at or behind {@code start} and says where it ended, so that the
 * caller decides what may follow ({@code }}}, {@code )}, the line's end). What cannot be read becomes a {@link
 * Expr.MissingExpr} and a diagnostic. White space, and comments behind it, may stand between tokens; a line feed only
 * inside brackets.
 */
public final class ExpressionParser {

    /** A node and the offset behind its last character. */
    public record Parsed<T>(T node, int end) {}

    public ExpressionParser(SourceFile source, Diagnostics diagnostics) {
        throw new UnsupportedOperationException();
    }

    /** Reads one expression from {@code start}, not beyond {@code limit}. */
    public Parsed<Expr> expression(int start, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Reads {@code (a, b)}; {@code start} is the opening parenthesis. */
    public Parsed<List<Expr>> arguments(int start, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Reads {@code form.items[0].name}. */
    public Parsed<Path> path(int start, int limit) {
        throw new UnsupportedOperationException();
    }
}
