package io.hjx.script;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * Stops turns that run too long. Thread-safe; owns as many threads as turns may run at a time, as one waits for what it
 * interrupts.
 *
 * <p>A turn is interrupted through its context. A few loops inside the engine's own code cannot be interrupted
 * (recursion through {@code catch}, huge integers): after two seconds more the turn's thread is given up.
 */
final class Watchdog {

    static final Duration GRACE = Duration.ofSeconds(2);

    private final ScheduledExecutorService clock;

    /** @param turns how many may run at a time */
    Watchdog(int turns) {
        clock = Executors.newScheduledThreadPool(turns, Watchdog::thread);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "hjx-script-watchdog", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(Watchdog.class.getClassLoader());
        return thread;
    }

    /** Watches what the calling thread does in the context from now on. */
    Watch watch(Context context, Duration limit, Runnable onExpired, Runnable onStuck) {
        Watch watch = new Watch(context, onExpired, onStuck);
        watch.alarm = clock.schedule(watch::expired, limit.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** Ends the threads, and waits for that a moment: undeployed applications leave none behind. */
    void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One turn under watch. */
    static final class Watch {

        private final Context context;
        private final Runnable onExpired;
        private final Runnable onStuck;
        private final CountDownLatch interrupted = new CountDownLatch(1);
        private boolean ended;
        private boolean expired;
        private volatile @Nullable ScheduledFuture<?> alarm;

        private Watch(Context context, Runnable onExpired, Runnable onStuck) {
            this.context = context;
            this.onExpired = onExpired;
            this.onStuck = onStuck;
        }

        private void expired() {
            synchronized (this) {
                if (ended) {
                    return;
                }
                expired = true;
            }
            try {
                onExpired.run();
                context.interrupt(GRACE);
            } catch (TimeoutException e) {
                onStuck.run();
            } finally {
                interrupted.countDown();
            }
        }

        /**
         * Ends the watch; waits for an interrupt that is under way, so that it never hits the next turn.
         *
         * @return true where the turn ran too long
         */
        boolean end() {
            synchronized (this) {
                ended = true;
                if (!expired) {
                    ScheduledFuture<?> pending = alarm;
                    if (pending != null) {
                        pending.cancel(false);
                    }
                    return false;
                }
            }
            awaitInterrupt();
            return true;
        }

        private void awaitInterrupt() {
            try {
                interrupted.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
