package io.hjx.test;

import java.time.Duration;

/** How long a browser waits before it tries again, as {@code backoff.js} has it. */
final class Backoff {

    private static final Duration BASE = Duration.ofMillis(250);
    private static final Duration CAP = Duration.ofSeconds(4);
    private static final int DOUBLINGS = 4;

    private final Chance chance;
    private int failures;

    Backoff(Chance chance) {
        this.chance = chance;
    }

    /** Counts a failure and says how long to wait. */
    Duration next() {
        Duration bound = BASE.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        failures++;
        return chance.upTo(bound.compareTo(CAP) < 0 ? bound : CAP);
    }

    void reset() {
        failures = 0;
    }
}
