package io.hjx.script;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which all JavaScript runs: a fixed number, started when first needed. Thread-safe; owns its threads.
 *
 * <p>They are not the container's, because the engine leaves thread-locals behind which would keep the application's
 * class loader alive after undeploy. A thread whose script cannot be stopped is abandoned and replaced, up to a bound.
 * The queue needs no bound of its own: every instance has at most one turn under way.
 */
final class ScriptThreads {

    private static final System.Logger LOG = System.getLogger(ScriptThreads.class.getName());

    @SuppressWarnings("UnnecessaryLambda") // Known by its identity, which a method reference has not
    private static final Runnable END = () -> {};

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final List<Worker> workers = new ArrayList<>();
    private final int size;
    private final int maxAbandoned;
    private int abandoned;
    private boolean closed;

    ScriptThreads(int size, int maxAbandoned) {
        this.size = size;
        this.maxAbandoned = maxAbandoned;
    }

    /** Runs a task soon; false where no thread will ever come to it. */
    synchronized boolean execute(Runnable task) {
        if (closed || abandoned > maxAbandoned) {
            return false;
        }
        while (workers.size() < size) {
            startWorker();
        }
        return queue.add(task);
    }

    /** Gives up a thread that will not come back; another takes its place while the bound allows. */
    synchronized void abandon(Thread thread) {
        workers.removeIf(worker -> {
            boolean stuck = worker == thread;
            if (stuck) {
                worker.givenUp = true;
                abandoned++;
            }
            return stuck;
        });
        if (!closed && abandoned <= maxAbandoned) {
            startWorker();
        }
    }

    /** How many threads scripts hold that could not be stopped. */
    synchronized int abandoned() {
        return abandoned;
    }

    /** Ends the threads when they have done what waits, and waits for them up to the given time. */
    void close(long timeout, TimeUnit unit) {
        List<Worker> ending;
        synchronized (this) {
            closed = true;
            ending = List.copyOf(workers);
            workers.clear();
            ending.forEach(worker -> queue.add(END));
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        for (Worker worker : ending) {
            join(worker, deadline - System.nanoTime());
        }
    }

    private static void join(Thread thread, long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void startWorker() {
        Worker worker = new Worker(workers.size() + 1 + abandoned);
        workers.add(worker);
        worker.start();
    }

    /** One thread of the pool. */
    private final class Worker extends Thread {

        private volatile boolean givenUp;

        Worker(int number) {
            super(null, null, "hjx-script-" + number, 0, false);
            setDaemon(true);
            setContextClassLoader(ScriptThreads.class.getClassLoader());
        }

        @Override
        public void run() {
            while (!givenUp) {
                Runnable task = next();
                if (task == null || task == END) {
                    return;
                }
                perform(task);
            }
        }

        /**
         * Tasks answer for themselves; what arrives here is a fault of the engine's, and the next task needs a thread.
         */
        private void perform(Runnable task) {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                LOG.log(System.Logger.Level.ERROR, "a script thread met a fault", e);
            }
        }

        private @Nullable Runnable next() {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                return null;
            }
        }
    }
}
