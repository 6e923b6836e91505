package io.hjx.cdi;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A fixed few threads with a queue that is bounded by what feeds it. Thread-safe. Made of managed threads and not of a
 * managed executor, see ADR 21.
 */
final class Workers implements Executor {

    private static final long KEEP_SECONDS = 30;

    private final ThreadPoolExecutor pool;

    /** @param size the most threads; an idle one ends */
    Workers(int size, ThreadFactory threads) {
        pool = new ThreadPoolExecutor(size, size, KEEP_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Ends the threads: waits for what is under way, then interrupts it. True where all have ended. */
    boolean close(Duration patience) throws InterruptedException {
        pool.shutdown();
        if (pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        pool.shutdownNow();
        return pool.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
