package io.hjx.lang.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A position among sibling lines. Confined to the parsing thread. */
final class LineReader {

    private final List<Line> lines;
    private int next;

    LineReader(List<Line> lines) {
        this.lines = lines;
    }

    boolean hasNext() {
        return next < lines.size();
    }

    /** The next line, still to be taken, or null at the end. */
    @Nullable Line peek() {
        return hasNext() ? lines.get(next) : null;
    }

    Line next() {
        return lines.get(next++);
    }
}
