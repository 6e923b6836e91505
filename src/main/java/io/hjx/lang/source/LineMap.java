package io.hjx.lang.source;

import java.util.Arrays;

/** The starts of a text's lines, for turning offsets into positions in logarithmic time. Immutable. */
public final class LineMap {

    private final String text;
    private final int[] starts;

    /** False where every character is one code point: columns then need no counting, which matters in long lines. */
    private final boolean hasPairs;

    LineMap(String text) {
        this.text = text;
        this.hasPairs = hasPairs(text);
        this.starts = starts(text);
    }

    private static boolean hasPairs(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int[] starts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = i + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** How many lines there are: one more than there are line feeds. */
    public int count() {
        return starts.length;
    }

    /** The position of an offset; offsets behind the end count as the end. */
    public Position position(int offset) {
        int bounded = Math.min(offset, text.length());
        int found = Arrays.binarySearch(starts, bounded);
        int line = found >= 0 ? found : -found - 2;
        int characters = hasPairs ? text.codePointCount(starts[line], bounded) : bounded - starts[line];
        return new Position(line + 1, characters + 1);
    }

    /** The offset at which a line (from 1) begins. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** The text of a line (from 1) without its line end. */
    public String line(int line) {
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] - 1 : text.length();
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(start, end);
    }
}
