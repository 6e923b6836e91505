package io.hjx.lang.parse;

import io.hjx.lang.parse.ExpressionToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows which opening parentheses begin the parameters of an arrow function. Confined to the parsing thread.
 *
 * <p>One look ahead settles a parenthesis and all inside it, so that every character is looked at once more at most.
 */
final class ArrowFinder {

    private final String text;
    private final NameTable names;
    private final int limit;
    private final Set<Integer> heads = new HashSet<>();
    private int settled = -1;

    ArrowFinder(String text, NameTable names, int limit) {
        this.text = text;
        this.names = names;
        this.limit = limit;
    }

    /** True where the parenthesis at {@code open} is closed in front of a {@code =>}. */
    boolean isHead(int open) {
        if (open > settled) {
            settled = new Scan(open).run();
        }
        return heads.contains(open);
    }

    /** A walk from an opening parenthesis to its closing one, or to where the brackets stop making sense. */
    private final class Scan {

        private final ExpressionLexer lexer;
        private final Deque<ExpressionToken> around = new ArrayDeque<>();
        private @Nullable ExpressionToken justClosed;

        Scan(int open) {
            lexer = new ExpressionLexer(text, names, open, limit, 1);
        }

        /** Returns the offset up to which all parentheses are settled. */
        int run() {
            ExpressionToken token;
            do {
                token = lexer.next();
                if (justClosed != null && justClosed.is("(") && token.is("=>")) {
                    heads.add(justClosed.start());
                }
                justClosed = null;
                take(token);
            } while (token.kind() != Kind.END && (justClosed != null || !around.isEmpty()));
            return token.start();
        }

        private void take(ExpressionToken token) {
            if (token.kind() == Kind.TEMPLATE) {
                template(token, token.end());
            } else if (token.is("(") || token.is("[") || token.is("{")) {
                around.push(token);
            } else if (!around.isEmpty() && (token.is(")") || token.is("]") || token.is("}"))) {
                close(token);
            }
        }

        private void close(ExpressionToken token) {
            ExpressionToken opener = around.pop();
            if (opener.kind() == Kind.TEMPLATE) {
                template(opener, token.end());
            } else {
                justClosed = opener;
            }
        }

        private void template(ExpressionToken opener, int start) {
            ExpressionLiterals.Chunk chunk = new ExpressionLiterals(text, limit).chunk(start);
            lexer.moveTo(chunk.end());
            if (!chunk.last()) {
                around.push(opener);
            }
        }
    }
}
