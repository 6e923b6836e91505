package io.hjx.it;

import io.hjx.api.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.CompletionStage;

/** Work in a transaction, that changes a store. */
@ApplicationScoped
public class Booking {

    private volatile CompletionStage<Long> outcome;
    private volatile Object seenWithin;

    @Transactional
    public CompletionStage<Long> book(Store store, int value) {
        String name = store.get().keySet().iterator().next();
        CompletionStage<Long> change = store.set(name, value);
        seenWithin = change.toCompletableFuture().isDone() ? "made too early" : store.get(name);
        return change;
    }

    @Transactional
    public void fail(Store store, int value) {
        outcome = store.set("count", value);
        store.broadcast("booked", value);
        throw new IllegalStateException("deliberate");
    }

    public CompletionStage<Long> outcome() {
        return outcome;
    }

    /** What the store had within the transaction, behind the change. */
    public Object seenWithin() {
        return seenWithin;
    }
}
