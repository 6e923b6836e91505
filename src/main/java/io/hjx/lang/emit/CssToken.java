package io.hjx.lang.emit;

/**
 * A token of CSS, as a range of the text it was read from. Immutable.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last character
 */
record CssToken(Kind kind, int start, int end) {

    /** The kinds of tokens in CSS Syntax Level 3, and what is left of a text that ends too early. */
    enum Kind {
        IDENT,
        FUNCTION,
        AT_KEYWORD,
        HASH,
        STRING,
        URL,
        NUMBER,
        PERCENTAGE,
        DIMENSION,
        WHITESPACE,
        CDO,
        CDC,
        COLON,
        SEMICOLON,
        COMMA,
        OPEN_SQUARE,
        CLOSE_SQUARE,
        OPEN_PAREN,
        CLOSE_PAREN,
        OPEN_CURLY,
        CLOSE_CURLY,
        DELIM,
        /** A string that a line's or the text's end cuts off. */
        BAD_STRING,
        /** An unquoted {@code url(} with something in it that may not be there, or without its end. */
        BAD_URL,
        /** A comment without its end. */
        BAD_COMMENT
    }
}
