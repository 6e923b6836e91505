package io.hjx.runtime.spi;

import java.time.Duration;

/** Time, and what is to happen later. Thread-safe. */
public interface Ticker {

    /** Milliseconds since 1970. */
    long currentMillis();

    /** A clock that never goes back, in nanoseconds. */
    long nanos();

    /** Runs a short task once, on any thread. */
    Cancellable schedule(Duration delay, Runnable task);

    /** A task that may be given up. */
    interface Cancellable {
        void cancel();
    }
}
