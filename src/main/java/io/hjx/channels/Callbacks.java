package io.hjx.channels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * What a channel is still to be told of one connection: one after the other in order, its messages bounded in number
 * and in size. Thread-safe.
 *
 * <p>Each is a task of its own, so that connections take turns.
 */
final class Callbacks {

    /** A connection may send as many at once; what a channel has not taken then is too much for it. */
    static final int MAX_WAITING = 1_000;

    static final int MAX_WAITING_TEXT = 1 << 20;

    private final Executor executor;

    /** Guarded by this, as is the rest. */
    private final Deque<Entry> waiting = new ArrayDeque<>(2);

    private boolean running;
    private int size;

    private record Entry(Runnable callback, int size) {}

    Callbacks(Executor executor) {
        this.executor = executor;
    }

    /** Tells of a message; false where too much waits. */
    boolean offer(Runnable callback, int characters) {
        synchronized (this) {
            if (waiting.size() >= MAX_WAITING || size > MAX_WAITING_TEXT) {
                return false;
            }
        }
        add(callback, characters);
        return true;
    }

    /** Tells of what happens only so often in a connection's life, and must be told. */
    void add(Runnable callback) {
        add(callback, 0);
    }

    private void add(Runnable callback, int characters) {
        synchronized (this) {
            waiting.add(new Entry(callback, characters));
            size += characters;
            if (running) {
                return;
            }
            running = true;
        }
        execute();
    }

    private void execute() {
        try {
            executor.execute(this::runNext);
        } catch (RejectedExecutionException stopping) {
            // The application is going away, and its channels with it
        }
    }

    private void runNext() {
        Entry next;
        synchronized (this) {
            next = waiting.remove();
            size -= next.size;
        }
        try {
            next.callback.run();
        } finally {
            goOn();
        }
    }

    private void goOn() {
        synchronized (this) {
            running = !waiting.isEmpty();
            if (!running) {
                return;
            }
        }
        execute();
    }
}
