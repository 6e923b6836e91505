package io.hjx.lang.parse;

import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;

/**
 * Reads class names such as {@code md:hover:w-1/2}, {@code !p-4}, {@code space-y-1.5} and {@code w-[calc(100%-1rem)]}.
 */
final class ClassNames {

    private static final String HELP = "other names go into an attribute: `(class=\"…\")`";

    private ClassNames() {}

    /** Reads the name that stands here; a fault leaves the empty name. */
    static Name read(Cursor cursor) {
        int start = cursor.position();
        while (!cursor.atEnd() && takesOne(cursor, start)) {
            if (cursor.peek() == '[') {
                brackets(cursor);
            } else {
                cursor.move(cursor.position() + 1);
            }
        }
        if (cursor.position() == start && !cursor.failed()) {
            cursor.unexpected("expected a class behind `.`", HELP);
        }
        return cursor.failed() ? cursor.missing() : cursor.nameFrom(start);
    }

    private static boolean takesOne(Cursor cursor, int start) {
        char c = cursor.peek();
        return switch (c) {
            case '!', '-', '_', '/', '[' -> true;
            case ':' -> !endsHead(cursor);
            case '.' -> cursor.position() > start && isDigit(cursor.peek(-1)) && isDigit(cursor.peek(1));
            default -> Character.isLetterOrDigit(c) || Character.isSurrogate(c);
        };
    }

    /** True at a colon that closes the node: before white space, a quote or the line's end. */
    private static boolean endsHead(Cursor cursor) {
        char next = cursor.peek(1);
        return next == '\0' || next == '"' || next == '\'' || Trivia.isBlank(next);
    }

    private static boolean isDigit(char c) {
        return ExpressionLexer.isDigit(c);
    }

    /** Takes {@code […]}, which holds anything but white space. */
    private static void brackets(Cursor cursor) {
        int open = cursor.position();
        int depth = 0;
        do {
            char c = cursor.peek();
            if (cursor.atEnd() || Trivia.isBlank(c)) {
                String help = "write `_` for a space and close the bracket";
                cursor.fail(DiagnosticCode.INVALID_CLASS, cursor.from(open), "white space inside `[…]`", help);
                return;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            cursor.move(cursor.position() + 1);
        } while (depth > 0);
    }
}
