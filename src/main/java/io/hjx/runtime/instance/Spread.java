package io.hjx.runtime.instance;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The same for each of many, by several threads where they are many: the caller takes batch after batch, and so does
 * whoever of the executor has time meanwhile. Thread-safe.
 *
 * <p>The caller never waits. It returns when no batch is left to take, so that at most one batch for each other thread
 * may still be under way then; what is done to each must be harmless in any order.
 */
final class Spread {

    /** So many that handing some of them to another thread costs little beside the work itself. */
    private static final int BATCH = 64;

    private final Round round;
    private final Executor others;
    private final int helpers;

    /**
     * @param round does it to the items of a batch
     * @param others the threads that may help
     * @param helpers the most of them that help at one time, from 0
     */
    Spread(Round round, Executor others, int helpers) {
        this.round = round;
        this.others = others;
        this.helpers = helpers;
    }

    /** Does it to each; the list must not change any more. */
    <T> void each(List<T> items, Consumer<? super T> action) {
        if (items.size() <= BATCH) {
            round.each(items, action);
            return;
        }
        int batches = (items.size() + BATCH - 1) / BATCH;
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
                int from = batch * BATCH;
                round.each(items.subList(from, Math.min(from + BATCH, items.size())), action);
            }
        };
        for (int i = Math.min(helpers, batches - 1); i > 0; i--) {
            ask(share);
        }
        share.run();
    }

    private void ask(Runnable share) {
        try {
            others.execute(share);
        } catch (RejectedExecutionException stopping) {
            // Then the caller does it all
        }
    }
}
