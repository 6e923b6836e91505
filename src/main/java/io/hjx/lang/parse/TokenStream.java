package io.hjx.lang.parse;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.parse.ExpressionToken.Fault;
import io.hjx.lang.parse.ExpressionToken.Kind;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import org.jspecify.annotations.Nullable;

/** The tokens of one expression with one token of look-ahead, and its diagnostics. Confined to the parsing thread. */
final class TokenStream {

    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final NameTable names;
    private final int limit;
    private final int outerDepth;
    private final ExpressionLexer lexer;
    private @Nullable ArrowFinder arrows;
    private ExpressionToken current;
    private int lastEnd;

    /** Leaves the expression after its diagnostic; caught by {@link ExpressionParser} alone. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    TokenStream(SourceFile source, Diagnostics diagnostics, NameTable names, int start, int limit, int depth) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.names = names;
        this.limit = limit;
        this.outerDepth = depth;
        this.lexer = new ExpressionLexer(source.text(), names, start, limit, depth);
        this.lastEnd = start;
        this.current = lexer.next();
    }

    ExpressionToken current() {
        return current;
    }

    /** The offset behind the last token taken. */
    int lastEnd() {
        return lastEnd;
    }

    /** The span from an offset up to the last token taken. */
    Span from(int start) {
        return new Span(start, Math.max(start, lastEnd));
    }

    /** Takes the current token; its own fault is reported now. */
    ExpressionToken take() {
        ExpressionToken token = current;
        check(token.fault(), token.span());
        lastEnd = token.end();
        current = lexer.next();
        return token;
    }

    boolean accept(String symbol) {
        boolean found = current.is(symbol);
        if (found) {
            take();
        }
        return found;
    }

    /** Takes an opening bracket. */
    ExpressionToken open() {
        lexer.open();
        return take();
    }

    /** Takes the closing bracket that belongs to {@code opener}. */
    void close(ExpressionToken opener, String closer) {
        if (!current.is(closer)) {
            throw unclosed(opener, closer);
        }
        lexer.close();
        take();
    }

    private Unreadable unclosed(ExpressionToken opener, String closer) {
        String foreign = ForeignSyntax.tailHelp(current);
        if (foreign != null) {
            return foreign(foreign);
        }
        String place = source.position(opener.start()).toString();
        String label = "expected `" + closer + "`, which closes the `" + opener.text() + "` at " + place;
        return unexpected(label, null);
    }

    /** True where the current token is a name or a parenthesis that begins an arrow function. */
    boolean atArrow() {
        if (current.is("(")) {
            return arrows().isHead(current.start());
        }
        return current.kind() == Kind.NAME && lexer.isAhead("=>");
    }

    /** Most expressions have no parenthesis to ask about. */
    private ArrowFinder arrows() {
        ArrowFinder finder = arrows != null ? arrows : new ArrowFinder(source.text(), names, limit);
        arrows = finder;
        return finder;
    }

    /** Reads a template literal's text from an offset; the current token is then the one behind it. */
    ExpressionLiterals.Chunk chunk(int start) {
        ExpressionLiterals.Chunk chunk = new ExpressionLiterals(source.text(), limit).chunk(start);
        check(chunk.fault(), new Span(start, chunk.end()));
        lastEnd = chunk.end();
        lexer.moveTo(chunk.end());
        if (!chunk.last()) {
            lexer.open();
        }
        current = lexer.next();
        return chunk;
    }

    /** The offset behind the brace that closes a template literal's expression. */
    int closeTemplateExpression(ExpressionToken opener) {
        if (!current.is("}")) {
            throw unclosed(opener, "}");
        }
        lexer.close();
        return current.end();
    }

    private void check(@Nullable Fault fault, Span span) {
        if (fault != null) {
            throw fail(
                    Diagnostic.of(fault.code(), source, span, fault.argument()).withHelp(fault.help()));
        }
    }

    Unreadable unexpected(String label, @Nullable String help) {
        check(current.fault(), current.span());
        return fail(Diagnostic.of(DiagnosticCode.UNEXPECTED_TOKEN, source, current.span(), current.description())
                .withLabel(label)
                .withHelp(help));
    }

    /** The current token is JavaScript's, not ours. */
    Unreadable foreign(String help) {
        return fail(Diagnostic.of(DiagnosticCode.FOREIGN_SYNTAX, source, current.span(), current.description())
                .withHelp(help));
    }

    Unreadable fail(DiagnosticCode code, Span span, @Nullable String help, Object... arguments) {
        return fail(Diagnostic.of(code, source, span, arguments).withHelp(help));
    }

    private Unreadable fail(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        return new Unreadable();
    }

    /** Passes over the rest of an expression that cannot be read; returns what was passed over. */
    Span skipToCaller() {
        int start = Math.min(lastEnd, current.start());
        skip(outerDepth);
        return from(start);
    }

    /** The same for a list in parentheses, the closing one included. */
    Span skipPastClosing() {
        int start = Math.min(lastEnd, current.start());
        if (lexer.depth() > outerDepth) {
            skip(outerDepth + 1);
            lastEnd = current.end();
        }
        return from(start);
    }

    private void skip(int depth) {
        while (!endsAt(depth)) {
            if (current.is("(") || current.is("[") || current.is("{")) {
                lexer.open();
            } else if (current.is(")") || current.is("]") || current.is("}")) {
                lexer.close();
            }
            lastEnd = current.end();
            current = lexer.next();
        }
    }

    private boolean endsAt(int depth) {
        boolean closes = current.is(")") || current.is("]") || current.is("}");
        boolean separates = depth == outerDepth && current.is(",");
        return current.kind() == Kind.END || (lexer.depth() <= depth && (closes || separates));
    }
}
