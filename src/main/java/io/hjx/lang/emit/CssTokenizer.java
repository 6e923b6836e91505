package io.hjx.lang.emit;

import io.hjx.lang.emit.CssToken.Kind;

/**
 * Reads CSS as tokens, after section 4 of CSS Syntax Level 3. Confined to one call of {@link #tokenize}.
 *
 * <p>Every character belongs to a token but those of comments, which separate tokens and mean nothing else. Line ends
 * are not normalized, so that offsets are those of the text. Takes time linear in the text's length.
 */
final class CssTokenizer {

    private static final char END = 0;

    private final String text;
    private final CssTokenList tokens = new CssTokenList();
    private int at;

    private CssTokenizer(String text) {
        this.text = text;
    }

    /** The tokens of a text, in order. */
    static CssTokenList tokenize(String text) {
        CssTokenizer tokenizer = new CssTokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    private void next() {
        int start = at;
        if (peek(0) == '/' && peek(1) == '*') {
            comment(start);
        } else {
            Kind kind = consume();
            tokens.append(kind, start, at);
        }
    }

    private void comment(int start) {
        int end = text.indexOf("*/", start + 2);
        at = end < 0 ? text.length() : end + 2;
        if (end < 0) {
            tokens.append(Kind.BAD_COMMENT, start, at);
        }
    }

    private Kind consume() {
        char c = text.charAt(at);
        if (isSpace(c)) {
            skipSpace();
            return Kind.WHITESPACE;
        }
        if (c == '"' || c == '\'') {
            return string(c);
        }
        if (c == '#' && (isName(peek(1)) || isEscape(1))) {
            at++;
            name();
            return Kind.HASH;
        }
        if (startsNumber()) {
            return numeric();
        }
        if (startsIdent(0) && !text.startsWith("-->", at)) {
            return identLike();
        }
        return c == '@' && startsIdent(1) ? atKeyword() : punctuation(c);
    }

    private Kind atKeyword() {
        at++;
        name();
        return Kind.AT_KEYWORD;
    }

    private Kind punctuation(char c) {
        if (text.startsWith("<!--", at)) {
            at += 4;
            return Kind.CDO;
        }
        if (text.startsWith("-->", at)) {
            at += 3;
            return Kind.CDC;
        }
        at++;
        return switch (c) {
            case ':' -> Kind.COLON;
            case ';' -> Kind.SEMICOLON;
            case ',' -> Kind.COMMA;
            case '[' -> Kind.OPEN_SQUARE;
            case ']' -> Kind.CLOSE_SQUARE;
            case '(' -> Kind.OPEN_PAREN;
            case ')' -> Kind.CLOSE_PAREN;
            case '{' -> Kind.OPEN_CURLY;
            case '}' -> Kind.CLOSE_CURLY;
            default -> Kind.DELIM;
        };
    }

    private Kind string(char quote) {
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return Kind.STRING;
            }
            if (isNewline(c)) {
                return Kind.BAD_STRING;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at += text.startsWith("\r\n", at + 1) ? 2 : 1;
            }
        }
        return Kind.BAD_STRING;
    }

    private Kind numeric() {
        if (peek(0) == '+' || peek(0) == '-') {
            at++;
        }
        digits();
        if (peek(0) == '.' && isDigit(peek(1))) {
            at++;
            digits();
        }
        int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
            at += 1 + sign;
            digits();
        }
        if (startsIdent(0)) {
            name();
            return Kind.DIMENSION;
        }
        if (peek(0) == '%') {
            at++;
            return Kind.PERCENTAGE;
        }
        return Kind.NUMBER;
    }

    private void digits() {
        while (isDigit(peek(0))) {
            at++;
        }
    }

    private Kind identLike() {
        int start = at;
        name();
        if (peek(0) != '(') {
            return Kind.IDENT;
        }
        boolean url = CssName.decode(text.substring(start, at)).equalsIgnoreCase("url");
        at++;
        return url && !quotedArgument() ? url() : Kind.FUNCTION;
    }

    private boolean quotedArgument() {
        int ahead = at;
        while (ahead < text.length() && isSpace(text.charAt(ahead))) {
            ahead++;
        }
        return ahead < text.length() && (text.charAt(ahead) == '"' || text.charAt(ahead) == '\'');
    }

    private Kind url() {
        skipSpace();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ')') {
                at++;
                return Kind.URL;
            }
            if (isSpace(c)) {
                skipSpace();
                return peek(0) == ')' ? url() : badUrl();
            }
            if (c == '"' || c == '\'' || c == '(' || isUnprintable(c) || (c == '\\' && !isEscape(0))) {
                return badUrl();
            }
            at += c == '\\' ? 2 : 1;
        }
        return Kind.BAD_URL;
    }

    private Kind badUrl() {
        while (at < text.length() && text.charAt(at) != ')') {
            at += isEscape(0) ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
        return Kind.BAD_URL;
    }

    private void name() {
        while (at < text.length()) {
            if (isEscape(0)) {
                escape();
            } else if (isName(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private void escape() {
        at++;
        int start = at;
        while (at < text.length() && at - start < 6 && CssName.isHex(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            at++;
        } else if (text.startsWith("\r\n", at)) {
            at += 2;
        } else if (isSpace(peek(0))) {
            at++;
        }
    }

    private void skipSpace() {
        while (isSpace(peek(0))) {
            at++;
        }
    }

    private boolean startsNumber() {
        int sign = peek(0) == '+' || peek(0) == '-' ? 1 : 0;
        return isDigit(peek(sign)) || (peek(sign) == '.' && isDigit(peek(sign + 1)));
    }

    private boolean startsIdent(int ahead) {
        if (peek(ahead) == '-') {
            return isNameStart(peek(ahead + 1)) || peek(ahead + 1) == '-' || isEscape(ahead + 1);
        }
        return isNameStart(peek(ahead)) || isEscape(ahead);
    }

    /** A backslash at the text's very end escapes nothing here, or it would reach into what is put behind it. */
    private boolean isEscape(int ahead) {
        return peek(ahead) == '\\' && at + ahead + 1 < text.length() && !isNewline(peek(ahead + 1));
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || isNewline(c);
    }

    private static boolean isNewline(char c) {
        return c == '\n' || c == '\r' || c == '\f';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private static boolean isName(char c) {
        return isNameStart(c) || isDigit(c) || c == '-';
    }

    private static boolean isUnprintable(char c) {
        return (c < 0x20 && !isSpace(c)) || c == 0x7f;
    }
}
