package io.hjx.json;

import static io.hjx.runtime.protocol.ErrorCode.BAD_JSON;
import static io.hjx.runtime.protocol.ErrorCode.BAD_MESSAGE;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A look over a frame before the platform's parser gets it, for how deep and wide it is, and for what parsers treat
 * differently: a bottomless depth (some overflow their stack), names that are there twice (most take the last), and
 * text behind the end (some ignore it). Whether the rest is JSON is the parser's business. Confined to one call; linear
 * in the frame.
 */
final class FrameScanner {

    private final String text;
    private final Deque<Level> open = new ArrayDeque<>();
    private int at;
    private int depth;
    private int width;

    /** An object or list that is open. */
    private static final class Level {

        /** The names so far; null in a list. */
        private final @Nullable Set<String> names;

        private int members = 1;

        Level(@Nullable Set<String> names) {
            this.names = names;
        }
    }

    private FrameScanner(String text) {
        this.text = text;
    }

    /** The frame's shape; an empty list counts as one of a single item. */
    static FrameBounds.Shape scan(String text) throws BadMessageException {
        FrameScanner scanner = new FrameScanner(text);
        scanner.scan();
        return new FrameBounds.Shape(scanner.depth, scanner.width);
    }

    private void scan() throws BadMessageException {
        boolean ended = false;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (isSpace(next)) {
                continue;
            }
            if (ended) {
                throw new BadMessageException(BAD_JSON, "There is text behind the end of the message.");
            }
            switch (next) {
                case '{' -> enter(new Level(new HashSet<>()));
                case '[' -> enter(new Level(null));
                case '}', ']' -> {
                    open.poll();
                    ended = open.isEmpty();
                }
                case ',' -> member();
                case '"' -> string();
                default -> {} // a literal, or not JSON
            }
        }
    }

    private void enter(Level level) throws BadMessageException {
        open.push(level);
        depth = Math.max(depth, open.size());
        width = Math.max(width, level.members);
        if (depth > FrameBounds.DEEPEST) {
            throw FrameBounds.tooDeep(FrameBounds.DEEPEST);
        }
    }

    private void member() {
        Level level = open.peek();
        if (level != null) {
            width = Math.max(width, ++level.members);
        }
    }

    private void string() throws BadMessageException {
        int start = at;
        boolean escaped = false;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                escaped = true;
                at++;
            }
            at++;
        }
        int end = Math.min(at, text.length());
        at++;
        Level level = open.peek();
        Set<String> names = level == null ? null : level.names;
        if (names != null && colonFollows()) {
            String name = text.substring(start, end);
            name(names, escaped ? unescape(name) : name);
        }
    }

    private boolean colonFollows() {
        int ahead = at;
        while (ahead < text.length() && isSpace(text.charAt(ahead))) {
            ahead++;
        }
        return ahead < text.length() && text.charAt(ahead) == ':';
    }

    private static void name(Set<String> names, @Nullable String name) throws BadMessageException {
        if (name != null && !names.add(name)) {
            throw new BadMessageException(BAD_MESSAGE, "The field " + Fields.quote(name) + " is there twice.");
        }
    }

    /** The name without escapes, so that {@code "a"} and its escaped spelling are one; null where it is not JSON. */
    private static @Nullable String unescape(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char next = raw.charAt(i);
            if (next != '\\') {
                plain.append(next);
            } else if (++i < raw.length() && raw.charAt(i) == 'u') {
                int unit = hex(raw, i + 1);
                if (unit < 0) {
                    return null;
                }
                plain.append((char) unit);
                i += 4;
            } else if (i < raw.length()) {
                plain.append(simple(raw.charAt(i)));
            }
        }
        return plain.toString();
    }

    private static int hex(String raw, int from) {
        if (from + 4 > raw.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    private static char simple(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
