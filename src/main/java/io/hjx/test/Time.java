package io.hjx.test;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * The time in which a test takes place, and the one thread that works in it: the test's. What is asked for happens in
 * the order of its time, and of one time in the order in which it was asked for, while the test lets time pass. It may
 * be asked for on any thread.
 */
interface Time extends Ticker, Executor {

    /** Lets everything happen that happens now. */
    void settle();

    /** Lets time pass, and everything happen in it. */
    void advance(Duration time);

    /** Lets time pass until something is so, or the time is over; true where it is so. */
    boolean await(BooleanSupplier condition, Duration most);

    @Override
    default void execute(Runnable task) {
        schedule(Duration.ZERO, task);
    }
}
