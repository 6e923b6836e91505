package io.hjx.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * What listeners are still to be told: one after the other in order, bounded. Thread-safe.
 *
 * <p>Who brings something never waits. Listeners that are slower than clients come and go miss the latest.
 */
final class Announcements {

    /** As many as there may be clients, once in and once out. */
    static final int MAX_WAITING = 20_000;

    private static final System.Logger LOG = System.getLogger("io.hjx.server");

    private final Executor executor;

    /** Guarded by this, as is the rest. */
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private boolean running;
    private boolean missing;

    Announcements(Executor executor) {
        this.executor = executor;
    }

    /** Tells later, behind what is to be told already. */
    void add(Runnable announcement) {
        synchronized (this) {
            if (waiting.size() >= MAX_WAITING) {
                tellOfMissing();
                return;
            }
            missing = false;
            waiting.add(announcement);
            if (running) {
                return;
            }
            running = true;
        }
        execute();
    }

    private void tellOfMissing() {
        if (!missing) {
            missing = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Listeners are {0} connections and disconnections behind; they miss some",
                    MAX_WAITING);
        }
    }

    private void execute() {
        try {
            executor.execute(this::runNext);
        } catch (RejectedExecutionException stopping) {
            // The application is going away, and its listeners with it
        }
    }

    private void runNext() {
        Runnable next;
        synchronized (this) {
            next = waiting.remove();
        }
        try {
            next.run();
        } catch (RuntimeException | Error failure) {
            LOG.log(System.Logger.Level.ERROR, "A listener of connections failed", failure);
        }
        synchronized (this) {
            running = !waiting.isEmpty();
            if (!running) {
                return;
            }
        }
        execute();
    }
}
