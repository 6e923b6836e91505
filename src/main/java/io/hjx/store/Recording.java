package io.hjx.store;

import io.hjx.runtime.instance.Instance;
import io.hjx.runtime.instance.Instances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What one transaction has asked of stores: made when it has been committed, one change for each instance, or never.
 * Thread-safe.
 */
public final class Recording {

    private static final System.Logger LOG = System.getLogger("io.hjx.store");
    private static final int MAX_STEPS = 10_000;

    private final Map<Instance, Part> parts = new LinkedHashMap<>();
    private int steps;
    private boolean ended;

    /** What concerns one instance, which is kept until then. */
    private record Part(Instances.Lease lease, Changes changes, List<Step> steps, CompletableFuture<Long> done) {}

    /** Adds a step; the lease is this recording's from now on. */
    synchronized CompletionStage<Long> add(Instances.Lease lease, Changes changes, Step step) {
        if (ended || steps == MAX_STEPS) {
            lease.close();
            throw new IllegalStateException(
                    ended ? "the transaction has ended" : "a transaction may ask for " + MAX_STEPS + " changes");
        }
        steps++;
        Part known = parts.get(lease.instance());
        if (known != null) {
            lease.close();
        }
        Part part = known != null ? known : new Part(lease, changes, new ArrayList<>(), new CompletableFuture<>());
        parts.putIfAbsent(lease.instance(), part);
        part.steps.add(step);
        return part.done;
    }

    /** The transaction has ended. */
    public void end(boolean committed) {
        List<Part> all;
        synchronized (this) {
            ended = true;
            all = List.copyOf(parts.values());
            parts.clear();
        }
        all.forEach(committed ? Recording::make : Recording::cancel);
    }

    private static void make(Part part) {
        part.changes.makeSurely(part.lease, Step.all(part.steps)).whenComplete((version, failure) -> {
            if (failure == null) {
                part.done.complete(version);
            } else {
                LOG.log(
                        System.Logger.Level.ERROR,
                        part.lease.instance().key() + ": a transaction was committed, but its change could not be made",
                        failure);
                part.done.completeExceptionally(failure);
            }
        });
    }

    private static void cancel(Part part) {
        part.lease.close();
        part.done.completeExceptionally(
                new CancellationException("the transaction was rolled back: nothing has changed"));
    }
}
