package io.hjx.handlers;

import io.hjx.api.Store;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The store that a method of a bean is given: what is changed belongs to the call's own change, so that reads see it,
 * and all of it is committed with the call or not at all. Thread-safe; ends with the call.
 *
 * @param threads where the application goes on when a change is committed
 */
record TurnStore(TurnDraft draft, Executor threads) implements Store {

    @Override
    public @Nullable Object get(String key) {
        return draft.get(key);
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        return draft.get(key, type);
    }

    @Override
    public Map<String, @Nullable Object> get() {
        return draft.get();
    }

    @Override
    public CompletionStage<Long> set(String key, @Nullable Object value) {
        draft.set(key, value);
        return committed();
    }

    @Override
    public CompletionStage<Long> set(Map<String, ?> values) {
        values.forEach(draft::set);
        return committed();
    }

    @Override
    public CompletionStage<Long> update(Consumer<? super Draft> change) {
        change.accept(draft);
        return committed();
    }

    @Override
    public CompletionStage<Long> broadcast(String event, @Nullable Object data) {
        draft.broadcast(event, data);
        return committed();
    }

    private CompletionStage<Long> committed() {
        return draft.state().committed().thenApplyAsync(version -> version, threads);
    }

    @Override
    public CompletionStage<Long> compute(String key, Function<? super io.hjx.api.Values, ?> function) {
        throw lasting();
    }

    @Override
    public Registration on(String event, Handler handler) {
        throw lasting();
    }

    @Override
    public Registration subscribe(Listener listener) {
        throw lasting();
    }

    private static UnsupportedOperationException lasting() {
        return new UnsupportedOperationException(
                "this store ends with the call; what is to last, ask of HjxServer.store");
    }
}
