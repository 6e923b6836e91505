package io.hjx.test;

import io.hjx.api.Store;
import io.hjx.api.Values;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store for the test's own thread: behind each method everything has happened that follows from it at once. */
final class SettledStore implements Store {

    private final Supplier<Store> store;
    private final Time time;

    /** @param store that of the server as it is now, whose instance has started */
    SettledStore(Supplier<Store> store, Time time) {
        this.store = store;
        this.time = time;
    }

    private <T> T settled(Function<Store, T> action) {
        T result = action.apply(store.get());
        time.settle();
        return result;
    }

    @Override
    public @Nullable Object get(String key) {
        return store.get().get(key);
    }

    @Override
    public <T> @Nullable T get(String key, Class<T> type) {
        return store.get().get(key, type);
    }

    @Override
    public Map<String, @Nullable Object> get() {
        return store.get().get();
    }

    @Override
    public CompletionStage<Long> set(String key, @Nullable Object value) {
        return settled(present -> present.set(key, value));
    }

    @Override
    public CompletionStage<Long> set(Map<String, ?> values) {
        return settled(present -> present.set(values));
    }

    @Override
    public CompletionStage<Long> update(Consumer<? super Draft> change) {
        return settled(present -> present.update(change));
    }

    @Override
    public CompletionStage<Long> compute(String key, Function<? super Values, ?> function) {
        return settled(present -> present.compute(key, function));
    }

    @Override
    public Registration on(String event, Handler handler) {
        return settled(present -> present.on(event, handler));
    }

    @Override
    public CompletionStage<Long> broadcast(String event, @Nullable Object data) {
        return settled(present -> present.broadcast(event, data));
    }

    @Override
    public Registration subscribe(Listener listener) {
        return settled(present -> present.subscribe(listener));
    }
}
