package io.hjx.lang.parse;

import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A logical line and the deeper lines below it. Confined to the parsing thread; complete when {@link LayoutLexer} is
 * done.
 *
 * @param indent how deep the line stands, in columns
 * @param start the offset of its first character
 * @param end the offset behind its last character that is neither white space nor comment
 * @param children the lines right below, in source order
 * @param raw the text below the header of {@code script:} or {@code style:}, or null for other lines
 */
record Line(
        int indent,
        int start,
        int end,
        List<Line> children,
        @Nullable Span raw) {

    static Line of(int indent, int start, int end) {
        return new Line(indent, start, end, new ArrayList<>(), null);
    }

    Line withRaw(Span text) {
        return new Line(indent, start, end, children, text);
    }

    Span span() {
        return new Span(start, end);
    }

    /** The end of the last line below, or this line's own. */
    int lastEnd() {
        Line last = this;
        while (!last.children.isEmpty()) {
            last = last.children.get(last.children.size() - 1);
        }
        return last.end;
    }
}
