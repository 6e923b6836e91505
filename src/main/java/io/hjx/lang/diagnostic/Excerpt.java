package io.hjx.lang.diagnostic;

import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A source line as a diagnostic shows it. Immutable.
 *
 * @param text the line, or the part around the span where the line is long
 * @param indentation what stands before the carets: a tab below each tab, else a space for each cell
 * @param carets one {@code ^} for each cell of the span on this line, at least one
 */
record Excerpt(String text, String indentation, String carets) {

    private static final int WIDTH = 160;
    private static final int BEFORE = 60;

    /** Joins the parts of an emoji. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    static Excerpt of(SourceFile source, int number, Span span) {
        String line = source.lines().line(number);
        int lineStart = source.lines().start(number);
        int start = Math.min(span.start() - lineStart, line.length());
        int end = Math.max(start, Math.min(span.end() - lineStart, line.length()));
        int from = line.length() <= WIDTH ? 0 : boundary(line, Math.max(0, start - BEFORE));
        int to = boundary(line, Math.min(line.length(), from + WIDTH));
        String before = from > 0 ? "…" : "";
        String behind = to < line.length() ? "…" : "";
        String text = before + printable(line.substring(from, to)).stripTrailing() + behind;
        int width = CellWidth.of(line.substring(start, Math.max(start, Math.min(end, to))));
        return new Excerpt(text, indentation(before + line.substring(from, start)), "^".repeat(Math.max(1, width)));
    }

    private static String indentation(String before) {
        return Arrays.stream(before.split("\t", -1))
                .map(part -> " ".repeat(CellWidth.of(part)))
                .collect(Collectors.joining("\t"));
    }

    /** An offset that splits no surrogate pair. */
    private static int boundary(String line, int offset) {
        boolean split = offset > 0 && offset < line.length() && Character.isLowSurrogate(line.charAt(offset));
        return split ? offset - 1 : offset;
    }

    /** A text whose control characters, other than the tab, and marks that nobody sees are replaced. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> printable.appendCodePoint(isPrintable(c) ? c : 0xFFFD));
        return printable.toString();
    }

    private static boolean isPrintable(int c) {
        int type = Character.getType(c);
        boolean hidden = type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT;
        return c == '\t' || c == ZERO_WIDTH_JOINER || !hidden;
    }
}
