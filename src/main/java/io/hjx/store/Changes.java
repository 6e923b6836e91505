package io.hjx.store;

import io.hjx.api.StoreException;
import io.hjx.lang.eval.EvaluationException;
import io.hjx.lang.value.ValueTooLargeException;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.instance.RejectedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Makes changes in instances, and tells what has become of them. Immutable, thread-safe. */
record Changes(Executor threads) {

    /** Makes a change and gives the lease back. */
    CompletionStage<Long> make(Instances.Lease lease, Step step) {
        return told(lease, lease.instance().change(step));
    }

    /** The same where it must not be refused because there is much to do. */
    CompletionStage<Long> makeSurely(Instances.Lease lease, Step step) {
        return told(lease, lease.instance().changeSurely(step));
    }

    /** What depends on the stage does not run in the mailbox. */
    private CompletionStage<Long> told(Instances.Lease lease, CompletionStage<Long> change) {
        CompletableFuture<Long> told = new CompletableFuture<>();
        change.whenComplete((version, failure) -> {
            lease.close();
            Runnable telling =
                    failure == null ? () -> told.complete(version) : () -> told.completeExceptionally(reason(failure));
            try {
                threads.execute(telling);
            } catch (RejectedExecutionException stopping) {
                telling.run();
            }
        });
        return told;
    }

    /** A failure in the words of the interface; what the application has thrown stays. */
    private static Throwable reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof RejectedException rejected) {
            return new StoreException(
                    rejected.rejection().code(), rejected.rejection().message());
        }
        if (cause instanceof EvaluationException) {
            return new StoreException("handler-failed", "a computed name fails with it: " + cause.getMessage());
        }
        if (cause instanceof ValueTooLargeException) {
            return new StoreException("state-too-large", String.valueOf(cause.getMessage()));
        }
        return cause;
    }
}
