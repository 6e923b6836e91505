package io.hjx.lang.emit;

import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.emit.CssToken.Kind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The tokens of a style sheet, each opening bracket knowing the one that closes it. Immutable. */
final class CssTokens {

    /** How deep brackets may nest, which also bounds the recursion of everything that works on the tokens. */
    static final int DEPTH = 100;

    private final String text;
    private final CssTokenList tokens;
    private final int[] matches;

    private CssTokens(String text, CssTokenList tokens, int[] matches) {
        this.text = text;
        this.tokens = tokens;
        this.matches = matches;
    }

    /** Reads a text; what is unbalanced or cut off is reported, and then there are no tokens. */
    static @Nullable CssTokens read(String text, CssProblems problems) {
        CssTokenList tokens = CssTokenizer.tokenize(text);
        tokens.forEach(token -> reportBroken(text, token, problems));
        if (problems.any()) {
            return null;
        }
        int[] matches = match(text, tokens, problems);
        return problems.any() ? null : new CssTokens(text, tokens, matches);
    }

    private static void reportBroken(String text, CssToken token, CssProblems problems) {
        switch (token.kind()) {
            case BAD_STRING -> unclosed(token, "string", "close it with " + text.charAt(token.start()), problems);
            case BAD_COMMENT -> unclosed(token, "comment", "close it with `*/`", problems);
            case BAD_URL -> unclosed(token, "`url(`", "put the address into quotes, and close it with `)`", problems);
            default -> {}
        }
    }

    private static void unclosed(CssToken token, String what, String help, CssProblems problems) {
        problems.report(DiagnosticCode.UNCLOSED_CSS, token.start(), token.start() + 1, "begins here", help, what);
    }

    private static int[] match(String text, CssTokenList tokens, CssProblems problems) {
        int[] matches = new int[tokens.size()];
        Arrays.fill(matches, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < matches.length; i++) {
            CssToken token = tokens.get(i);
            if (closing(token.kind()) != null) {
                open.push(i);
                if (open.size() > DEPTH) {
                    problems.report(
                            DiagnosticCode.CSS_TOO_DEEP, token.start(), token.end(), "", "nest less deeply", DEPTH);
                    return matches;
                }
            } else if (isClosing(token.kind())) {
                if (open.isEmpty() || closing(tokens.get(open.peek()).kind()) != token.kind()) {
                    unexpected(text, token, problems);
                    return matches;
                }
                matches[open.pop()] = i;
            }
        }
        if (!open.isEmpty()) {
            CssToken token = tokens.get(open.peek());
            String bracket = text.substring(token.end() - 1, token.end());
            unclosed(token, "`" + bracket + "`", "add the bracket that closes it", problems);
        }
        return matches;
    }

    private static void unexpected(String text, CssToken token, CssProblems problems) {
        problems.report(
                DiagnosticCode.UNEXPECTED_CSS,
                token.start(),
                token.end(),
                "nothing is open that this closes",
                "remove it, or open what it is to close",
                text.substring(token.start(), token.end()));
    }

    private static @Nullable Kind closing(Kind kind) {
        return switch (kind) {
            case FUNCTION, OPEN_PAREN -> Kind.CLOSE_PAREN;
            case OPEN_SQUARE -> Kind.CLOSE_SQUARE;
            case OPEN_CURLY -> Kind.CLOSE_CURLY;
            default -> null;
        };
    }

    private static boolean isClosing(Kind kind) {
        return kind == Kind.CLOSE_PAREN || kind == Kind.CLOSE_SQUARE || kind == Kind.CLOSE_CURLY;
    }

    String source() {
        return text;
    }

    int size() {
        return tokens.size();
    }

    CssToken get(int index) {
        return tokens.get(index);
    }

    Kind kind(int index) {
        return tokens.kind(index);
    }

    /** True where the token is this single character. */
    boolean isDelim(int index, char c) {
        return kind(index) == Kind.DELIM && text.charAt(get(index).start()) == c;
    }

    /** The characters of a token as they stand. */
    String text(int index) {
        return text.substring(get(index).start(), get(index).end());
    }

    /** The name of an identifier, function ({@code (} apart) or at-keyword ({@code @} apart), escapes resolved. */
    String name(int index) {
        CssToken token = get(index);
        int start = token.kind() == Kind.AT_KEYWORD ? token.start() + 1 : token.start();
        int end = token.kind() == Kind.FUNCTION ? token.end() - 1 : token.end();
        return CssName.decode(text.substring(start, end));
    }

    /** What a string says, without quotes and escapes. */
    String string(int index) {
        CssToken token = get(index);
        return CssName.decode(text.substring(token.start() + 1, token.end() - 1));
    }

    /** The index of the bracket that closes the one at {@code index}. */
    int match(int index) {
        return matches[index];
    }

    /** The index behind the token, or behind the whole bracket that it opens. */
    int after(int index) {
        return matches[index] < 0 ? index + 1 : matches[index] + 1;
    }

    /** The first index from {@code from} on that is no white space, at most {@code to}. */
    int skipSpace(int from, int to) {
        int at = from;
        while (at < to && kind(at) == Kind.WHITESPACE) {
            at++;
        }
        return at;
    }

    /** The index behind the last token before {@code to} that is no white space, at least {@code from}. */
    int trimEnd(int from, int to) {
        int end = to;
        while (end > from && kind(end - 1) == Kind.WHITESPACE) {
            end--;
        }
        return end;
    }
}
