package io.hjx.runtime.instance;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks to other threads, except the first one that a message causes: the thread that has brought the message
 * goes on with that one by itself, as soon as it has let go of its locks. Thread-safe.
 *
 * <p>So an event that meets an idle instance wakes no other thread. One task and no more: while it runs, whatever it
 * causes goes to other threads, so that a thread of the container is kept no longer than the tasks of a worker are.
 */
public final class Relay implements Executor {

    /** What is under way on the present thread: removed before anything else runs there. */
    private static final ThreadLocal<Run> PRESENT = new ThreadLocal<>();

    private final Executor others;

    public Relay(Executor others) {
        this.others = others;
    }

    private static final class Run {
        private final Relay relay;
        private @Nullable Runnable next;

        Run(Relay relay) {
            this.relay = relay;
        }
    }

    @Override
    public void execute(Runnable task) {
        Run run = PRESENT.get();
        if (run == null || run.relay != this || run.next != null) {
            others.execute(task);
        } else {
            run.next = task;
        }
    }

    /**
     * Does something, and then what that has given to be executed first. The caller must hold no lock. Within another
     * call of this, only the outer one goes on.
     */
    public void run(Runnable action) {
        if (PRESENT.get() != null) {
            action.run();
            return;
        }
        Run run = new Run(this);
        PRESENT.set(run);
        try {
            action.run();
        } finally {
            PRESENT.remove();
            Runnable next = run.next;
            if (next != null) {
                next.run();
            }
        }
    }
}
