package io.hjx.lang.parse;

import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.parse.ExpressionToken.Fault;
import io.hjx.lang.parse.ExpressionToken.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** The symbols by their first character, in the same order. */
    private static final Map<Character, List<String>> SYMBOLS_BY_FIRST =
            Arrays.stream(SYMBOLS).collect(Collectors.groupingBy(symbol -> symbol.charAt(0)));

    private final String text;
    private final int limit;
    private int position;
    private int depth;

    /** Starts at {@code position}, with {@code depth} brackets open around it. */
    ExpressionLexer(String text, int position, int limit, int depth) {
        this.text = text;
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
        while (end < limit && isNamePart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return ExpressionToken.of(Kind.NAME, start, Math.min(end, limit), text.substring(start, Math.min(end, limit)));
    }

    private ExpressionToken symbol(int start) {
        for (String symbol : SYMBOLS_BY_FIRST.getOrDefault(text.charAt(start), List.of())) {
            if (start + symbol.length() <= limit && text.startsWith(symbol, start)) {
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
