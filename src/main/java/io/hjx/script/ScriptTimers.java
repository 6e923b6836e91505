package io.hjx.script;

import io.hjx.runtime.spi.ScriptHost;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One script's pending timers, up to a bound. Thread-safe; owns what it has scheduled. */
final class ScriptTimers {

    private final ScriptHost host;
    private final int limit;
    private final LongConsumer onDue;
    private final Map<Long, Ticker.Cancellable> pending = new HashMap<>();
    private boolean stopped;

    /** @param onDue takes the number of a timer whose time has come, on any thread */
    ScriptTimers(ScriptHost host, int limit, LongConsumer onDue) {
        this.host = host;
        this.limit = limit;
        this.onDue = onDue;
    }

    synchronized @Nullable String schedule(long timer, long millis) {
        if (stopped) {
            return null;
        }
        if (pending.size() >= limit) {
            return "more than " + limit + " timers are waiting";
        }
        pending.put(timer, host.schedule(Duration.ofMillis(millis), () -> due(timer)));
        return null;
    }

    synchronized @Nullable String cancel(long timer) {
        Ticker.Cancellable cancelled = pending.remove(timer);
        if (cancelled != null) {
            cancelled.cancel();
        }
        return null;
    }

    synchronized void stop() {
        stopped = true;
        pending.values().forEach(Ticker.Cancellable::cancel);
        pending.clear();
    }

    private void due(long timer) {
        synchronized (this) {
            if (stopped || pending.remove(timer) == null) {
                return;
            }
        }
        onDue.accept(timer);
    }
}
