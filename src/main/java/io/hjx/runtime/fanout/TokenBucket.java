package io.hjx.runtime.fanout;

import io.hjx.runtime.spi.RuntimeSettings;

/**
 * A rate limit that allows bursts: tokens come at a steady rate, up to a number that may be taken at once. Guarded by
 * its owner.
 */
final class TokenBucket {

    private static final long SECOND = 1_000_000_000L;

    private final long nanosPerToken;
    private final long capacityNanos;
    private long creditNanos;
    private long lastNanos;

    /** A full bucket. */
    TokenBucket(RuntimeSettings.Rate rate, long nowNanos) {
        nanosPerToken = rate.perSecond() <= 0 ? 0 : SECOND / rate.perSecond();
        capacityNanos = nanosPerToken * Math.max(1, rate.burst());
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
