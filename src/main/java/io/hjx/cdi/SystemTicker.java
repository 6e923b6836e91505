package io.hjx.cdi;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The computer's clocks, and one thread that does what is due. Thread-safe.
 *
 * <p>The container's own scheduled executor captures the caller's context each time that something is scheduled, which
 * costs more than most tasks; a managed thread has its context from its making on.
 */
final class SystemTicker implements Ticker {

    private static final System.Logger LOG = System.getLogger(SystemTicker.class.getName());

    private final ScheduledThreadPoolExecutor scheduler;

    SystemTicker(ThreadFactory threads) {
        scheduler = new ScheduledThreadPoolExecutor(1, threads);
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long currentMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Cancellable schedule(Duration delay, Runnable task) {
        try {
            Future<?> future = scheduler.schedule(() -> run(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException stopping) {
            return () -> {};
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "A scheduled task failed", failure);
        }
    }

    /** Forgets everything that is scheduled. */
    void close() {
        scheduler.shutdownNow();
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return scheduler.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
