package io.hjx.lang.value;

/**
 * How deep and how large a list or object is; grows while one is built. Confined to its builder.
 *
 * <p>Values share their parts, so that a few steps can describe more than any memory holds ({@code [a, a]} of
 * {@code [b, b]} of …). Bounding both numbers where a value is made keeps every later walk over it, equality and
 * printing included, within its stack and time.
 */
final class Extent {

    /** The most levels of lists and objects in one another. */
    static final int MAX_DEPTH = 256;
    /** The most values, shared ones counted each time, sixteen characters of a text counting as one. */
    static final long MAX_WEIGHT = 1L << 22;

    private int depth = 1;
    private long weight = 1;

    int depth() {
        return depth;
    }

    long weight() {
        return weight;
    }

    void add(Value value) {
        grow(depthOf(value), weightOf(value));
    }

    void grow(int innerDepth, long innerWeight) {
        depth = Math.max(depth, innerDepth + 1);
        weight += innerWeight;
        if (depth > MAX_DEPTH) {
            throw new ValueTooLargeException("lists and objects nest too deeply");
        }
        if (weight > MAX_WEIGHT) {
            throw new ValueTooLargeException("a list or object is too large");
        }
    }

    private static int depthOf(Value value) {
        if (value instanceof ListValue list) {
            return list.depth();
        }
        return value instanceof ObjectValue object ? object.depth() : 0;
    }

    static long weightOf(Value value) {
        if (value instanceof StringValue text) {
            return 1L + (text.value().length() >> 4);
        }
        if (value instanceof ListValue list) {
            return list.weight();
        }
        return value instanceof ObjectValue object ? object.weight() : 1;
    }
}
