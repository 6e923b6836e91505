package io.hjx.runtime.instance;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The same for each of many, by several threads where they are many: the caller takes batch after batch, and so does
 * whoever of the executor has time meanwhile. One that fails keeps it from no other, and is logged the first time.
 * Thread-safe.
 *
 * <p>The caller never waits. It returns when no batch is left to take, so that at most one batch for each other thread
 * may still be under way then; what is done to each must be harmless in any order.
 */
public final class Spread {

    private static final Logger LOG = System.getLogger("io.hjx.runtime");

    /** So many that handing some of them to another thread costs little beside the work itself. */
    private static final int BATCH = 64;

    private final String what;
    private final Executor others;
    private final int helpers;

    /** How many shares have been asked for and not ended: no more than {@code helpers}, also where nobody has time. */
    private final AtomicInteger asked = new AtomicInteger();

    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * @param what is done, as the log names it
     * @param others the threads that may help
     * @param helpers the most of them that help at one time, from 0
     */
    public Spread(String what, Executor others, int helpers) {
        this.what = what;
        this.others = others;
        this.helpers = helpers;
    }

    /** Does it to each, to the first before all others; the list must not change any more. */
    public <T> void each(List<T> items, Consumer<? super T> action) {
        if (items.size() <= BATCH) {
            batch(items, action);
            return;
        }
        // What the first finds or makes is there for all the others
        batch(items.subList(0, 1), action);
        AtomicInteger next = new AtomicInteger(1);
        Runnable share = () -> {
            for (int from = next.getAndAdd(BATCH); from < items.size(); from = next.getAndAdd(BATCH)) {
                batch(items.subList(from, Math.min(from + BATCH, items.size())), action);
            }
        };
        int batches = (items.size() - 1 + BATCH - 1) / BATCH;
        for (int i = Math.min(helpers, batches - 1); i > 0; i--) {
            ask(share);
        }
        share.run();
    }

    private <T> void batch(List<T> items, Consumer<? super T> action) {
        for (T item : items) {
            try {
                action.accept(item);
            } catch (RuntimeException e) {
                if (failed.compareAndSet(false, true)) {
                    LOG.log(Level.ERROR, what + " failed for one of them; it is logged once", e);
                }
            }
        }
    }

    private void ask(Runnable share) {
        if (asked.incrementAndGet() > helpers) {
            asked.decrementAndGet();
            return;
        }
        try {
            others.execute(() -> {
                try {
                    share.run();
                } finally {
                    asked.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException stopping) {
            // Then the caller does it all
            asked.decrementAndGet();
        }
    }
}
