package io.hjx.store;

import io.hjx.runtime.spi.ScriptState;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A part of a turn. The mailbox waits for its stage; where that fails, nothing of the turn is kept. */
@FunctionalInterface
interface Step extends Function<ScriptState, CompletionStage<Void>> {

    CompletionStage<Void> DONE = CompletableFuture.completedFuture(null);

    /** One step after the other. */
    static Step all(List<Step> steps) {
        return state -> {
            CompletionStage<Void> done = DONE;
            for (Step step : steps) {
                done = done.thenCompose(before -> step.apply(state));
            }
            return done;
        };
    }
}
