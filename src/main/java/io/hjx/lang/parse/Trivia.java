package io.hjx.lang.parse;

/** What stands between tokens: white space, and comments behind white space or at a line's beginning. */
final class Trivia {

    private Trivia() {}

    /** The offset of the first character from {@code position} on that means something, at most {@code limit}. */
    static int skip(String text, int position, int limit) {
        int at = position;
        while (at < limit) {
            if (isComment(text, at)) {
                at = Math.min(limit, lineEnd(text, at));
            } else if (isBlank(text.charAt(at))) {
                at++;
            } else {
                return at;
            }
        }
        return limit;
    }

    static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && (c == '\uFEFF' || Character.isSpaceChar(c)));
    }

    /** True where a comment begins: {@code #} or {@code //} behind white space. */
    static boolean isComment(String text, int position) {
        char c = text.charAt(position);
        boolean mark = c == '#' || (c == '/' && text.startsWith("//", position));
        return mark && (position == 0 || isBlank(text.charAt(position - 1)));
    }

    /** The offset of the next line feed, or the text's end. */
    static int lineEnd(String text, int position) {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }
}
