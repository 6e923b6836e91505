package io.hjx.runtime.store;

import io.hjx.runtime.spi.StateStore.Commit;
import io.hjx.runtime.spi.StateStore.CommitResult;
import io.hjx.runtime.spi.StateStore.Sink;
import io.hjx.runtime.spi.StateStore.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the memory store knows of one key. Guarded by the store's lock on that key. */
final class KeyRecord {

    /** The request ids that are remembered, as the port demands. */
    private static final int REQUEST_IDS = 64;

    private final Map<String, Long> versionByRequest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REQUEST_IDS;
        }
    };
    private final List<Sink> sinks = new ArrayList<>(0);
    private @Nullable Stored stored;

    @Nullable Stored stored() {
        return stored;
    }

    boolean isEmpty() {
        return stored == null && sinks.isEmpty();
    }

    CommitResult commit(Commit commit) {
        Long before = duplicate(commit.requestIds());
        if (before != null) {
            return new CommitResult.Duplicate(before);
        }
        if (!isNext(commit)) {
            return new CommitResult.Conflict(stored == null ? nothing(commit) : stored);
        }
        long version = commit.expectedVersion() + 1;
        stored = new Stored(commit.epoch(), version, commit.state());
        remember(commit.requestIds(), version);
        if (!sinks.isEmpty()) {
            byte[] delta = commit.delta().bytes();
            sinks.forEach(sink -> sink.delta(commit.epoch(), version, delta));
        }
        return new CommitResult.Ok(version);
    }

    /** The last version that these requests led to, or null where one of them is new. */
    private @Nullable Long duplicate(List<String> requestIds) {
        Long last = null;
        for (String id : requestIds) {
            Long version = versionByRequest.get(id);
            if (version == null) {
                return null;
            }
            last = last == null ? version : Long.valueOf(Math.max(last, version));
        }
        return last;
    }

    private boolean isNext(Commit commit) {
        return stored == null
                ? commit.expectedVersion() == 0
                : stored.version() == commit.expectedVersion() && stored.epoch().equals(commit.epoch());
    }

    private static Stored nothing(Commit commit) {
        return new Stored(commit.epoch(), 0, () -> new byte[0]);
    }

    private void remember(List<String> requestIds, long version) {
        for (String id : requestIds) {
            versionByRequest.put(id, version);
        }
    }

    void subscribe(Sink sink) {
        if (stored != null) {
            sink.snapshot(stored);
        }
        sinks.add(sink);
    }

    void unsubscribe(Sink sink) {
        sinks.remove(sink);
    }

    /** Forgets the state, not who listens. */
    void clear() {
        stored = null;
        versionByRequest.clear();
    }
}
