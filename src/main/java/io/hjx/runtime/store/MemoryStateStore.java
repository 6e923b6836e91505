package io.hjx.runtime.store;

import io.hjx.runtime.spi.StateStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * State in this process's memory, gone with it. Thread-safe; every stage is complete when it is returned.
 *
 * <p>States are kept as the objects that they are; their bytes are asked for only where somebody subscribes. This node
 * owns every instance. A key that is not there counts as version 0 of any epoch. Sinks are called while the key is
 * locked, which keeps their news in order; they must not use the store for the same key.
 */
public final class MemoryStateStore implements StateStore {

    /** Each record is touched only within {@code compute} of its key: the map's lock on the key guards it. */
    private final ConcurrentMap<InstanceKey, KeyRecord> records = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<@Nullable Stored> load(InstanceKey key) {
        AtomicReference<@Nullable Stored> found = new AtomicReference<>();
        records.computeIfPresent(key, (wanted, present) -> {
            found.set(present.stored());
            return present;
        });
        return CompletableFuture.completedFuture(found.get());
    }

    @Override
    public CompletionStage<CommitResult> commit(InstanceKey key, Commit commit) {
        AtomicReference<CommitResult> result = new AtomicReference<>(new CommitResult.Unknown());
        records.compute(key, (wanted, present) -> {
            KeyRecord kept = present == null ? new KeyRecord() : present;
            result.set(kept.commit(commit));
            return kept.isEmpty() ? null : kept;
        });
        return CompletableFuture.completedFuture(result.get());
    }

    @Override
    public Subscription subscribe(InstanceKey key, Sink sink) {
        records.compute(key, (wanted, present) -> {
            KeyRecord kept = present == null ? new KeyRecord() : present;
            kept.subscribe(sink);
            return kept;
        });
        return () -> records.computeIfPresent(key, (wanted, kept) -> {
            kept.unsubscribe(sink);
            return kept.isEmpty() ? null : kept;
        });
    }

    /** Nobody else owns an instance, so that there is nobody to call. */
    @Override
    public CompletionStage<byte[]> callOwner(InstanceKey key, byte[] command, String requestId) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this node owns every instance"));
    }

    @Override
    public Subscription watchOwnership(InstanceKey key, OwnershipListener listener) {
        listener.owner(true, 0);
        return () -> {};
    }

    @Override
    public CompletionStage<Void> remove(InstanceKey key) {
        records.computeIfPresent(key, (wanted, kept) -> {
            kept.clear();
            return kept.isEmpty() ? null : kept;
        });
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, false);
    }

    @Override
    public void close() {
        records.clear();
    }
}
