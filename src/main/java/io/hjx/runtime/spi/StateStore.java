package io.hjx.runtime.spi;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of instances is kept: memory, a file, a database, or several machines. Knows bytes, never component
 * classes. Thread-safe; nothing blocks the caller.
 *
 * <p>Versions of a key rise by exactly one per commit within an epoch. The store remembers the last 64 request ids of a
 * key, so that a commit whose outcome was unknown can be tried again.
 */
public interface StateStore {

    /** The present state of a key; a missing one completes with null. */
    CompletionStage<@Nullable Stored> load(InstanceKey key);

    /** Compare-and-set of the state together with an append of the delta. */
    CompletionStage<CommitResult> commit(InstanceKey key, Commit commit);

    /** Calls the sink with a snapshot, then with version + 1, + 2 and so on, one thread at a time for a key. */
    Subscription subscribe(InstanceKey key, Sink sink);

    /** Sends a command to the node that owns the instance. */
    CompletionStage<byte[]> callOwner(InstanceKey key, byte[] command, String requestId);

    /** Tells who owns the instance, now and at every change. */
    Subscription watchOwnership(InstanceKey key, OwnershipListener listener);

    /** Forgets a key. */
    CompletionStage<Void> remove(InstanceKey key);

    Capabilities capabilities();

    void close();

    /** A component's instance: {@code component} and the key in its scope. */
    record InstanceKey(String component, String key) {}

    record Stored(String epoch, long version, StoredState state) {}

    /**
     * A change to be kept.
     *
     * @param expectedVersion the version that it was made from
     * @param fence proof of ownership; zero where the engine has none
     */
    record Commit(
            String epoch,
            long expectedVersion,
            StoredState state,
            StoredState delta,
            List<String> requestIds,
            long fence) {}

    /**
     * A state that an engine may keep as it is, or as the bytes that it asks for: an engine in memory never pays for
     * encoding.
     */
    interface StoredState {
        byte[] bytes();
    }

    /** How a commit ended. */
    sealed interface CommitResult {

        record Ok(long version) implements CommitResult {}

        /** All request ids were committed before, at this version. */
        record Duplicate(long version) implements CommitResult {}

        record Conflict(Stored current) implements CommitResult {}

        /** Somebody else owns the instance now. */
        record Fenced() implements CommitResult {}

        /** The engine did not answer; the same request ids may be tried again. */
        record Unknown() implements CommitResult {}
    }

    /** Takes what others commit. */
    interface Sink {
        void snapshot(Stored stored);

        void delta(String epoch, long version, byte[] delta);
    }

    /** Takes news of ownership. */
    interface OwnershipListener {
        void owner(boolean here, long fence);
    }

    /** Something that can be ended. */
    interface Subscription {
        void cancel();
    }

    record Capabilities(boolean durable, boolean multiNode, boolean partitionSafe) {}
}
