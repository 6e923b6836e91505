package io.hjx.store;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Does a store's work on the threads that ask for it: a drain of the mailbox at once, but for one that a drain asks
 * for, which comes behind it. Thread-safe.
 */
final class CallingThread implements Executor {

    /** What comes behind the drain that runs on a thread, while it does. */
    private final Map<Thread, Queue<Runnable>> behind = new ConcurrentHashMap<>();

    /** Drains the mailbox. */
    @Override
    public void execute(Runnable drain) {
        @Nullable Queue<Runnable> outer = behind.get(Thread.currentThread());
        if (outer != null) {
            outer.add(within(outer, drain));
            return;
        }
        Queue<Runnable> own = new ArrayDeque<>();
        own.add(within(own, drain));
        for (Runnable next = own.poll(); next != null; next = own.poll()) {
            next.run();
        }
    }

    private Runnable within(Queue<Runnable> queue, Runnable drain) {
        return () -> {
            behind.put(Thread.currentThread(), queue);
            try {
                drain.run();
            } finally {
                behind.remove(Thread.currentThread());
            }
        };
    }

    /** Tells the application something: behind the drain, so that what it does then is done at once again. */
    void tell(Runnable news) {
        @Nullable Queue<Runnable> drain = behind.get(Thread.currentThread());
        if (drain == null) {
            news.run();
        } else {
            drain.add(news);
        }
    }
}
