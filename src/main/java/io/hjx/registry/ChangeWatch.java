package io.hjx.registry;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Looks for changed files again and again, in development. Thread-safe. Polling, because file system events differ from
 * platform to platform, do not cross some mounts, and would need a thread of their own.
 */
public final class ChangeWatch implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ChangeWatch.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(300);

    private final ComponentRegistry registry;
    private final Ticker ticker;
    private final Executor executor;
    private Ticker.@Nullable Cancellable next;
    private boolean closed;

    /** @param executor compiles; the ticker's thread is for short tasks */
    public ChangeWatch(ComponentRegistry registry, Ticker ticker, Executor executor) {
        this.registry = registry;
        this.ticker = ticker;
        this.executor = executor;
    }

    /** Starts watching, or goes on with it. */
    public synchronized void start() {
        if (!closed) {
            next = ticker.schedule(PERIOD, () -> executor.execute(this::look));
        }
    }

    private void look() {
        try {
            registry.refresh();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "Looking for changed components failed; it goes on", failure);
        }
        start();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel();
        }
    }
}
