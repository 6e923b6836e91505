package io.hjx.lang.source;

/**
 * A half-open range {@code [start, end)} of UTF-16 offsets in a {@link SourceFile}. Immutable.
 *
 * @param start the first offset, zero or more
 * @param end the offset behind the last character, not before {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** An empty span, which marks a place between two characters. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** The smallest span that covers both this one and {@code other}. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    public int length() {
        return end - start;
    }
}
