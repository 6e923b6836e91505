package io.hjx.lang.parse;

/**
 * Walks over one logical line to find where it ends, knowing strings, comments and brackets but no grammar. Used once a
 * line.
 *
 * <p>Inside a string, <code>{{</code> opens an interpolation, in which strings stand again. A string that is open at
 * the line's end ends there; where that leaves an interpolation open, the braces were only text (<code>"{{"</code>).
 */
final class BracketScanner {

    /** What {@link #end()} returns where a bracket stays open. */
    static final int OPEN = -1;

    /** Stands for an open interpolation, which takes two characters to close. */
    private static final char INTERPOLATION = 'i';

    private final String text;
    private final int start;
    private final int limit;
    private final int indent;

    /** What is open, the innermost last, each as the character that closes it. */
    private final StringBuilder open = new StringBuilder();

    private int position;
    private int lastMeaningful;
    private int openInterpolations;
    private boolean interpolations = true;
    private long steps;
    private boolean broken;

    /** @param indent the line's own; a block header that stands no deeper ends the line whatever is open */
    BracketScanner(String text, int start, int limit, int indent) {
        this.text = text;
        this.start = start;
        this.limit = limit;
        this.indent = indent;
    }

    /** The offset behind the last meaningful character of the logical line, or {@link #OPEN}. */
    int end() {
        int end = run();
        if (end == OPEN) {
            interpolations = false;
            open.setLength(0);
            openInterpolations = 0;
            broken = false;
            end = run();
        }
        return end;
    }

    /** The offset behind the string, interpolations included, whose quote is at {@code start}, or {@link #OPEN}. */
    static int stringEnd(String text, int start, int limit) {
        return new BracketScanner(text, start, limit, 0).string();
    }

    /** How many characters were looked at. */
    long steps() {
        return steps;
    }

    private int string() {
        position = start;
        do {
            step(text.charAt(position));
        } while (position < limit && !broken && !open.isEmpty());
        return broken || !open.isEmpty() ? OPEN : position;
    }

    private int run() {
        position = start;
        lastMeaningful = start;
        while (position < limit && !broken) {
            char c = text.charAt(position);
            if (c == '\n' && open.isEmpty()) {
                break;
            }
            if (isWord(c)) {
                // Letters and digits mean the same wherever they stand: nothing
                take(1);
            } else {
                step(c);
            }
        }
        steps += position - start;
        endString();
        return broken || !open.isEmpty() ? OPEN : lastMeaningful;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private char mode() {
        return open.isEmpty() ? ' ' : open.charAt(open.length() - 1);
    }

    private void step(char c) {
        char mode = mode();
        if (mode == '"' || mode == '\'') {
            inString(c, mode);
        } else if (mode == '`') {
            inTemplate(c);
        } else {
            inCode(c, mode);
        }
    }

    private void inString(char c, char quote) {
        if (c == '\n') {
            endString();
        } else if (c == '\\') {
            take(text.startsWith("{{", position + 1) ? 3 : 2);
        } else if (c == quote) {
            open.setLength(open.length() - 1);
            take(1);
        } else if (interpolations && text.startsWith("{{", position)) {
            open.append(INTERPOLATION);
            openInterpolations++;
            take(2);
        } else {
            take(1);
        }
    }

    /** A string ends with its line; an interpolation that it stands in was none then. */
    private void endString() {
        if (mode() == '"' || mode() == '\'') {
            open.setLength(open.length() - 1);
            broken = openInterpolations > 0;
        }
    }

    private void inTemplate(char c) {
        if (c == '`') {
            open.setLength(open.length() - 1);
            take(1);
        } else if (text.startsWith("${", position)) {
            open.append('}');
            take(2);
        } else {
            take(c == '\\' ? 2 : 1);
        }
    }

    private void inCode(char c, char mode) {
        if (Trivia.isBlank(c)) {
            position++;
            broken = c == '\n' && headerFollows();
        } else if (Trivia.isComment(text, position)) {
            position = Trivia.lineEnd(text, position);
        } else if (mode == INTERPOLATION && text.startsWith("}}", position)) {
            open.setLength(open.length() - 1);
            openInterpolations--;
            take(2);
        } else {
            bracket(c, mode);
            take(1);
        }
    }

    private void bracket(char c, char mode) {
        switch (c) {
            case '"', '\'', '`' -> open.append(c);
            case '(' -> open.append(')');
            case '[' -> open.append(']');
            case '{' -> open.append('}');
            case ')', ']', '}' -> close(c, mode);
            default -> {}
        }
    }

    private void close(char c, char mode) {
        if (mode == c) {
            open.setLength(open.length() - 1);
        } else {
            broken = !open.isEmpty();
        }
    }

    private boolean headerFollows() {
        int first = position;
        while (first < limit && text.charAt(first) == ' ') {
            first++;
        }
        int lineEnd = Math.min(limit, Trivia.lineEnd(text, position));
        return first - position <= indent && BlockKind.headerAt(text, first, lineEnd) != null;
    }

    private void take(int length) {
        position = Math.min(limit, position + length);
        lastMeaningful = position;
    }
}
