package io.hjx.store;

import io.hjx.api.Store;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Publication;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One listener: what it has heard of, and the latest that it has not. While it is being called nothing adds up but one
 * pointer. Thread-safe.
 */
final class Listening implements Consumer<Publication> {

    private static final System.Logger LOG = System.getLogger("io.hjx.store");

    private final Store.Listener listener;
    private final Executor threads;
    private final JavaWriter writer;

    /** What it has heard of; null before it begins. Written before the first call, then by calls. */
    private @Nullable Map<String, Value> heard;

    private @Nullable Publication latest;
    private boolean calling;
    private boolean closed;

    Listening(Store.Listener listener, Executor threads, JavaWriter writer) {
        this.listener = listener;
        this.threads = threads;
        this.writer = writer;
    }

    /** Begins with these values: what changes behind them it hears of. */
    synchronized void begin(Map<String, Value> present) {
        heard = Map.copyOf(present);
    }

    synchronized void close() {
        closed = true;
        latest = null;
    }

    @Override
    public void accept(Publication publication) {
        if (take(publication)) {
            try {
                threads.execute(this::call);
            } catch (RejectedExecutionException stopping) {
                close();
            }
        }
    }

    private synchronized boolean take(Publication publication) {
        if (closed || heard == null) {
            return false;
        }
        latest = publication;
        boolean first = !calling;
        calling = true;
        return first;
    }

    private void call() {
        for (Store.Change change = next(); change != null; change = next()) {
            if (change.changed().isEmpty()) {
                continue;
            }
            try {
                listener.changed(change);
            } catch (Throwable failure) {
                LOG.log(System.Logger.Level.ERROR, "A listener of a store failed", failure);
            }
        }
    }

    private synchronized Store.@Nullable Change next() {
        Publication news = latest;
        Map<String, Value> before = heard;
        latest = null;
        if (news == null || before == null || closed) {
            calling = false;
            return null;
        }
        Map<String, Value> now = news.names();
        heard = now;
        return new Store.Change(news.version(), writer.map(difference(before, now)));
    }

    /** What has another value, or none. */
    @SuppressWarnings("NullAway") // null is what a name that has gone is written as
    private static Map<String, Value> difference(Map<String, Value> before, Map<String, Value> now) {
        Map<String, Value> changed = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                changed.put(name, value);
            }
        });
        before.keySet().stream().filter(name -> !now.containsKey(name)).forEach(name -> changed.put(name, null));
        return changed;
    }
}
