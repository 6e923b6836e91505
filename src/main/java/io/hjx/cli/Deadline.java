package io.hjx.cli;

import java.time.Duration;

/**
 * A moment in the future, immune to changes of the clock. Immutable.
 *
 * @param nanos the moment as {@link System#nanoTime} will tell it
 */
record Deadline(long nanos) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean hasPassed() {
        return System.nanoTime() - nanos >= 0;
    }
}
