package io.hjx.runtime.fanout;

/**
 * A rate limit that allows bursts: tokens come at a steady rate, up to a number that may be taken at once. Confined to
 * its connection's receiving thread.
 */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final long nanosPerToken;
    private final long capacityNanos;
    private long creditNanos;
    private long lastNanos;

    /**
     * @param perSecond tokens a second; zero or less for no limit
     * @param burst the most that can be saved
     */
    TokenBucket(int perSecond, int burst, long nowNanos) {
        nanosPerToken = perSecond <= 0 ? 0 : SECOND / perSecond;
        capacityNanos = nanosPerToken * Math.max(1, burst);
        creditNanos = capacityNanos;
        lastNanos = nowNanos;
    }

    /** Takes a token; false where there is none. */
    boolean take(long nowNanos) {
        creditNanos = Math.min(capacityNanos, creditNanos + Math.max(0, nowNanos - lastNanos));
        lastNanos = nowNanos;
        if (creditNanos < nanosPerToken) {
            return false;
        }
        creditNanos -= nanosPerToken;
        return true;
    }
}
