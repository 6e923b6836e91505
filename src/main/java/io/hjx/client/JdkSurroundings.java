package io.hjx.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The JDK: its WebSockets, and one daemon thread for what is due, which ends with the client. Thread-safe. */
final class JdkSurroundings implements Surroundings {

    private static final System.Logger LOG = System.getLogger("io.hjx.client");

    /** How long a thread that all clients share may be idle. */
    private static final long IDLE_SECONDS = 10;

    private final ClientOptions options;
    private final ScheduledThreadPoolExecutor scheduler;

    /** What all clients share that bring nothing of their own; made when the first needs it. */
    private static final class Shared {
        static final Executor THREADS = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("hjx-client"));
        static final HttpClient HTTP = HttpClient.newBuilder().executor(THREADS).build();
    }

    JdkSurroundings(String source, ClientOptions options) {
        this.options = options;
        scheduler = new ScheduledThreadPoolExecutor(1, daemons("hjx-client-" + source));
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public Socket open(URI address, List<String> protocols, Socket.Listener listener) {
        HttpClient http = options.http() == null ? Shared.HTTP : options.http();
        return JdkSocket.open(http, address, protocols, options.connectTimeout(), listener);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        try {
            Future<?> future = scheduler.schedule(() -> run(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "A scheduled task failed", bug);
        }
    }

    @Override
    public double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Override
    public Executor callbacks() {
        return options.callbacks() == null ? Shared.THREADS : options.callbacks();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
