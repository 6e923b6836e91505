package io.hjx.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs tasks one after the other, in order, on threads of another executor. Thread-safe. */
final class Turns implements Executor {

    private final Executor executor;

    /** Guarded by this, as is the rest. */
    private final Deque<Runnable> waiting = new ArrayDeque<>(2);

    private boolean running;

    Turns(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        executor.execute(this::runNext);
    }

    private void runNext() {
        Runnable next;
        synchronized (this) {
            next = waiting.remove();
        }
        try {
            next.run();
        } finally {
            if (isMore()) {
                executor.execute(this::runNext);
            }
        }
    }

    private synchronized boolean isMore() {
        running = !waiting.isEmpty();
        return running;
    }
}
