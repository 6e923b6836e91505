package io.hjx.runtime.instance;

import java.util.function.LongSupplier;

/**
 * How many failures of one script are still told in this second, and how much of each; that there were more is told
 * once in that second. Thread-safe.
 */
final class FailureLimit {

    static final int PER_SECOND = 100;
    private static final int MAX_TEXT = 8_192;
    private static final long SECOND = 1_000;

    private final LongSupplier millis;
    private final Runnable onMore;
    private long second = Long.MIN_VALUE;
    private int told;

    /** @param millis the time, which may jump */
    FailureLimit(LongSupplier millis, Runnable onMore) {
        this.millis = millis;
        this.onMore = onMore;
    }

    /** True where one more may be told. */
    synchronized boolean permits() {
        long now = Math.floorDiv(millis.getAsLong(), SECOND);
        if (now != second) {
            second = now;
            told = 0;
        }
        told++;
        if (told == PER_SECOND + 1) {
            onMore.run();
        }
        return told <= PER_SECOND;
    }

    /** A failure's text, cut where it is too long. */
    static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "...";
    }
}
