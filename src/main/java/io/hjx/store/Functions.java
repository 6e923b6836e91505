package io.hjx.store;

import io.hjx.api.StoreException;
import io.hjx.runtime.spi.ScriptState;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Runs the application's functions within turns. Immutable, thread-safe. */
public interface Functions {

    /** What a function does with the open transaction. */
    @FunctionalInterface
    interface Body {
        void run(ScriptState state) throws Exception;
    }

    /** Runs it; the stage is done when it has ended or its time is over, and behind that the state is closed to it. */
    CompletionStage<Void> run(ScriptState state, Body body);

    /** On the thread that asks, without a limit. */
    static Functions here() {
        return (state, body) -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            run(new BoundedState(state), body, done);
            return done;
        };
    }

    /** On threads that may wait, within a time that begins when a turn asks. */
    static Functions on(Executor threads, Ticker ticker, Duration limit) {
        return (state, body) -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            BoundedState bounded = new BoundedState(state);
            Ticker.Cancellable end = ticker.schedule(limit, () -> {
                bounded.close();
                done.completeExceptionally(new StoreException(
                        "too-slow", "a function of the application took longer than " + limit.toMillis() + " ms"));
            });
            try {
                threads.execute(() -> run(bounded, body, done));
            } catch (RejectedExecutionException stopping) {
                done.completeExceptionally(new StoreException("unavailable", "the application is stopping"));
            }
            return done.whenComplete((nothing, failure) -> end.cancel());
        };
    }

    private static void run(BoundedState state, Body body, CompletableFuture<Void> done) {
        try {
            body.run(state);
            state.close();
            done.complete(null);
        } catch (Throwable failure) {
            // Whatever it is, the mailbox waits
            state.close();
            done.completeExceptionally(failure);
        }
    }
}
