package io.hjx.runtime.instance;

/**
 * How much a comparison may still cost, in values looked at. Confined to one thread, for one comparison.
 *
 * <p>Past it no more is compared: what was not is taken as a whole.
 */
final class Work {

    /** About a millisecond: what it takes to encode some 10,000 values. */
    static final long LIMIT = 1 << 17;

    private long left = LIMIT;

    /** Takes something on; false where that is too much. */
    boolean spend(long values) {
        left -= values;
        return left >= 0;
    }

    boolean done() {
        return left < 0;
    }
}
