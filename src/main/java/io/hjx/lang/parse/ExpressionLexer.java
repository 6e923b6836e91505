package io.hjx.lang.parse;

import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.parse.ExpressionToken.Fault;
import io.hjx.lang.parse.ExpressionToken.Kind;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Cuts an expression into tokens, one at a time and only as far as it is asked: what stands behind an expression need
 * not be one. Confined to the parsing thread.
 *
 * <p>The lexer reports nothing; a token carries its own fault.
 */
final class ExpressionLexer {

    /** Longest first, so that the first match is the longest. */
    private static final String[] SYMBOLS = {
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
        "&&", "||", "??", "?.", "**", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "(", ")",
        "[", "]", "{", "}", ",", ".", ":", "?", "+", "-", "*", "/", "%", "<", ">", "=", "!", "&", "|", "^", "~", ";"
    };

    /** The symbols by their first character, in the same order; all of them are ASCII. */
    private static final String[][] SYMBOLS_BY_FIRST = IntStream.range(0, 128)
            .mapToObj(first -> Arrays.stream(SYMBOLS)
                    .filter(symbol -> symbol.charAt(0) == first)
                    .toArray(String[]::new))
            .toArray(String[][]::new);

    private static final String[] NONE = {};

    private final String text;
    private final NameTable names;
    private final int limit;
    private int position;
    private int depth;

    /** Starts at {@code position}, with {@code depth} brackets open around it. */
    ExpressionLexer(String text, NameTable names, int position, int limit, int depth) {
        this.text = text;
        this.names = names;
        this.position = position;
        this.limit = Math.min(limit, text.length());
        this.depth = depth;
    }

    /** How many brackets are open; line feeds are white space while there are any. */
    int depth() {
        return depth;
    }

    void open() {
        depth++;
    }

    void close() {
        depth--;
    }

    void moveTo(int offset) {
        position = offset;
    }

    /** The next token; at the end, an empty {@code END} again and again. */
    ExpressionToken next() {
        skipBlank();
        if (position >= limit || text.charAt(position) == '\n') {
            return ExpressionToken.of(Kind.END, position, position, "");
        }
        ExpressionToken token = read(position);
        position = token.end();
        return token;
    }

    private ExpressionToken read(int start) {
        char c = text.charAt(start);
        if (c == '"' || c == '\'') {
            return new ExpressionLiterals(text, limit).string(start);
        }
        if (c == '`') {
            return ExpressionToken.of(Kind.TEMPLATE, start, start + 1, "`");
        }
        if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
            return new ExpressionLiterals(text, limit).number(start);
        }
        if (isNameStart(text.codePointAt(start))) {
            return name(start);
        }
        return symbol(start);
    }

    private ExpressionToken name(int start) {
        int end = start;
        int next = text.codePointAt(start);
        while (end < limit && isNamePart(next)) {
            end += Character.charCount(next);
            next = end < limit ? text.codePointAt(end) : 0;
        }
        end = Math.min(end, limit);
        return ExpressionToken.of(Kind.NAME, start, end, names.name(start, end));
    }

    private ExpressionToken symbol(int start) {
        char first = text.charAt(start);
        for (String symbol : first < SYMBOLS_BY_FIRST.length ? SYMBOLS_BY_FIRST[first] : NONE) {
            if (stands(symbol, start)) {
                boolean conditional = symbol.equals("?.") && isDigit(at(start + 2));
                String found = conditional ? "?" : symbol;
                return ExpressionToken.of(Kind.SYMBOL, start, start + found.length(), found);
            }
        }
        int end = Math.min(limit, start + Character.charCount(text.codePointAt(start)));
        String found = text.substring(start, end);
        Fault fault = new Fault(DiagnosticCode.UNEXPECTED_TOKEN, "`" + found + "`", null);
        return new ExpressionToken(Kind.UNKNOWN, start, end, found, 0, fault);
    }

    private boolean stands(String symbol, int offset) {
        return offset + symbol.length() <= limit && text.startsWith(symbol, offset);
    }

    /** True where a symbol is the next thing to be read; what is longer and begins alike counts as well. */
    boolean isAhead(String symbol) {
        skipBlank();
        return stands(symbol, position);
    }

    private void skipBlank() {
        while (position < limit) {
            if (Trivia.isComment(text, position)) {
                int end = text.indexOf('\n', position);
                position = end < 0 ? limit : Math.min(end, limit);
            } else if (isBlank(text.charAt(position))) {
                position++;
            } else {
                return;
            }
        }
    }

    private boolean isBlank(char c) {
        return c == '\n' ? depth > 0 : Trivia.isBlank(c);
    }

    private char at(int offset) {
        return offset < limit ? text.charAt(offset) : '\0';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(int c) {
        return c == '_' || c == '$' || (c < 128 ? Character.isLetter(c) : Character.isUnicodeIdentifierStart(c));
    }

    static boolean isNamePart(int c) {
        boolean ascii = c == '_' || c == '$' || Character.isLetterOrDigit(c);
        return c < 128 ? ascii : Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}
