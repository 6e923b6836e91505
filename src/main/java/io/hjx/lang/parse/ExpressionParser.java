package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.SourceFile;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the expressions of a source by precedence climbing. Confined to the parsing thread.
 *
 * <p>Each method reads the longest expression that begins at or behind {@code start} and says where it ended, so that
 * the caller decides what may follow ({@code }}}, {@code )}, the line's end). What cannot be read becomes a
 * {@link Expr.MissingExpr} and one diagnostic; the end is then the next {@code ,} or closing bracket of the caller's,
 * or the line's end. White space, and comments behind it, may stand between tokens; a line feed only inside brackets.
 *
 * <p>Takes time linear in what is read. Expressions nest at most {@value #MAX_DEPTH} deep, the links of a chain such as
 * {@code a + b + c} counted, so that whoever walks the tree needs no bound of its own.
 */
public final class ExpressionParser {

    /** The most levels that a tree has. */
    public static final int MAX_DEPTH = 200;

    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final NameTable names;

    /** A node and the offset behind its last character. */
    public record Parsed<T>(T node, int end) {}

    public ExpressionParser(SourceFile source, Diagnostics diagnostics) {
        this(source, diagnostics, new NameTable(source.text()));
    }

    ExpressionParser(SourceFile source, Diagnostics diagnostics, NameTable names) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.names = names;
    }

    /** Reads one expression from {@code start}, not beyond {@code limit}. */
    public Parsed<Expr> expression(int start, int limit) {
        return expression(start, limit, 0);
    }

    /** Reads one expression that stands inside a bracket of the caller's: line feeds are white space. */
    public Parsed<Expr> bracketed(int start, int limit) {
        return expression(start, limit, 1);
    }

    private Parsed<Expr> expression(int start, int limit, int depth) {
        TokenStream tokens = tokens(start, limit, depth);
        return read(tokens, ExpressionReader::whole, () -> new Expr.MissingExpr(tokens.skipToCaller()));
    }

    /** Reads {@code (a, b)}; {@code start} is the opening parenthesis. A fault leaves one missing argument. */
    public Parsed<List<Expr>> arguments(int start, int limit) {
        TokenStream tokens = tokens(start, limit, 0);
        return read(
                tokens, ExpressionReader::argumentList, () -> List.of(new Expr.MissingExpr(tokens.skipPastClosing())));
    }

    /** Reads {@code form.items[0].name}. A fault leaves a path whose root is the empty name. */
    public Parsed<Path> path(int start, int limit) {
        TokenStream tokens = tokens(start, limit, 0);
        return read(tokens, ExpressionReader::path, () -> ExpressionReader.missingPath(tokens.skipToCaller()));
    }

    private TokenStream tokens(int start, int limit, int depth) {
        return new TokenStream(source, diagnostics, names, start, limit, depth);
    }

    private static <T> Parsed<T> read(TokenStream tokens, Function<ExpressionReader, T> rule, Supplier<T> missing) {
        T node;
        try {
            node = rule.apply(new ExpressionReader(tokens));
        } catch (TokenStream.Unreadable fault) {
            node = missing.get();
        }
        return new Parsed<>(node, tokens.lastEnd());
    }
}
