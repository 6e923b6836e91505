package io.hjx.runtime.instance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The changes that the application has asked for and has not been told of. It is told behind the publication, so that
 * it sees there what it has done. Confined to the mailbox.
 */
final class ApplicationChanges {

    /** By the stage that is told; what to tell, which does nothing while that is not known. */
    private final Map<CompletableFuture<Long>, Runnable> untold = new LinkedHashMap<>();

    private static final Runnable UNKNOWN = () -> {};

    void begin(CompletableFuture<Long> done) {
        untold.put(done, UNKNOWN);
    }

    void done(CompletableFuture<Long> done, long version) {
        untold.replace(done, () -> done.complete(version));
    }

    void failed(CompletableFuture<Long> done, Throwable failure) {
        untold.replace(done, () -> done.completeExceptionally(failure));
    }

    /** Tells what is known. */
    @SuppressWarnings("ReferenceEquality")
    void tell() {
        if (untold.isEmpty()) {
            return;
        }
        Map<CompletableFuture<Long>, Runnable> told = new LinkedHashMap<>(untold);
        told.values().removeIf(what -> what == UNKNOWN);
        untold.keySet().removeAll(told.keySet());
        told.values().forEach(Runnable::run);
    }

    /** The instance ends: what is under way fails. */
    void end(Throwable failure) {
        untold.replaceAll((done, what) -> what == UNKNOWN ? () -> done.completeExceptionally(failure) : what);
        tell();
    }
}
