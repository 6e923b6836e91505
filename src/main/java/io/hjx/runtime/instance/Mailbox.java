package io.hjx.runtime.instance;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The queue of commands of one instance, run one at a time: whatever belongs to the instance is touched by commands
 * alone, so that nothing of it needs a lock. Thread-safe to fill.
 */
final class Mailbox {

    /*
     * One writer without a thread of its own.
     *
     * `owned` says whether some thread, or some task handed to the executor, or some stage that a command waits for,
     * has the right to run commands. Whoever adds a command and finds `owned` false takes the right and passes it to a
     * new task on the executor; the task runs commands until there is none, gives the right back, and looks once more:
     * a command that was added between the last look and the giving back has either been seen by the second look, or
     * its sender has found `owned` false and started a new task. An idle mailbox is an empty queue and a false boolean.
     *
     * What commands touch is plain fields. The hand-over from one thread to the next is ordered by the writes and reads
     * of `owned`, by the executor's hand-off of a task, and by the completion of an awaited stage.
     *
     * A command may have to wait, for a commit or a script. It must not block its thread, and no other command may run
     * meanwhile. It calls `await`: a stage that is done already goes on at once on the same thread, which is all that
     * ever happens with state in memory; else the stage is noted in `waiting`, the command returns, and the loop, as
     * the last thing it does, hands the right to run to the stage's completion. It must be the last thing: from that
     * moment another thread may be in the loop. For the same reason `await` only notes and does not register by itself:
     * the command that called it has not returned yet.
     *
     * A drain ends with `idle`, where the instance publishes what the commands of this drain have changed: under load,
     * many commands one publication. It also ends so after BATCH commands and then lets other tasks have the thread;
     * and before waiting, so that what is committed does not wait for a slow script.
     *
     * The bound: `offer` refuses when `bound` commands wait; the sender gets an answer that says so. `post` is for
     * commands that are bounded otherwise (a join and a leave a subscription, one stop), which must never be lost.
     */

    private static final Logger LOG = System.getLogger(Mailbox.class.getName());
    private static final int BATCH = 256;

    private final Executor executor;
    private final Runnable idle;
    private final int bound;
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean owned = new AtomicBoolean();

    /** Confined to the owner. */
    private @Nullable Waiting<?> waiting;

    private record Waiting<T>(CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> next) {}

    /**
     * @param idle run by the owner at the end of each drain; must not await
     * @param bound the most commands that {@link #offer} lets wait
     */
    Mailbox(Executor executor, Runnable idle, int bound) {
        this.executor = executor;
        this.idle = idle;
        this.bound = bound;
    }

    /** Adds a command, or returns false where too many wait. */
    boolean offer(Runnable command) {
        if (size.get() >= bound) {
            return false;
        }
        post(command);
        return true;
    }

    /** Adds a command. */
    void post(Runnable command) {
        size.incrementAndGet();
        queue.add(command);
        if (owned.compareAndSet(false, true)) {
            start();
        }
    }

    int size() {
        return size.get();
    }

    /** True where nothing is under way at this moment. */
    boolean isIdle() {
        return !owned.get();
    }

    /** Runs a command here and now, or returns false where something else is under way; it must not await. */
    boolean runIfIdle(Runnable command) {
        if (!owned.compareAndSet(false, true)) {
            return false;
        }
        run(command);
        start();
        return true;
    }

    /**
     * Called by a command, as the last thing that it does: goes on with {@code next} when the stage is done, and runs
     * no other command before. {@code next} gets the value or the failure, and may await again.
     */
    <T> void await(CompletionStage<T> stage, BiConsumer<@Nullable T, @Nullable Throwable> next) {
        var future = stage.toCompletableFuture();
        if (future.isDone() && !future.isCompletedExceptionally()) {
            next.accept(future.getNow(null), null);
        } else {
            waiting = new Waiting<>(stage, next);
        }
    }

    private void start() {
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException e) {
            // Commands stay in the queue; a later command tries again
            owned.set(false);
            LOG.log(Level.DEBUG, "the executor takes no more work");
        }
    }

    private void drain() {
        for (int count = 0; ; count++) {
            if (waiting != null) {
                run(idle);
                handOver(waiting);
                return;
            }
            if (count == BATCH) {
                run(idle);
                start();
                return;
            }
            Runnable command = queue.poll();
            if (command != null) {
                size.decrementAndGet();
                run(command);
            } else {
                run(idle);
                if (!queue.isEmpty()) {
                    continue;
                }
                owned.set(false);
                if (queue.isEmpty() || !owned.compareAndSet(false, true)) {
                    return;
                }
            }
        }
    }

    private <T> void handOver(Waiting<T> suspended) {
        waiting = null;
        suspended.stage.whenCompleteAsync(
                (value, failure) -> {
                    run(() -> suspended.next.accept(value, failure));
                    drain();
                },
                executor);
    }

    private static void run(Runnable command) {
        try {
            command.run();
        } catch (Throwable e) {
            // A command answers for itself; what arrives here is a fault of the runtime or of the virtual machine, and
            // an instance that nobody drains any more would be worse
            LOG.log(Level.ERROR, "a command of an instance failed", e);
        }
    }
}
