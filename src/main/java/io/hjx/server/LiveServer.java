package io.hjx.server;

import io.hjx.api.HjxServer;
import io.hjx.api.MessageServer;
import io.hjx.api.Store;
import io.hjx.lang.value.Value;
import io.hjx.runtime.LiveRuntime;
import io.hjx.store.LiveStores;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The server behind {@link HjxServer}. Thread-safe. */
public final class LiveServer implements HjxServer {

    private final LiveRuntime runtime;
    private final LiveStores stores;
    private final MessageServer messages;
    private final Function<@Nullable Object, Value> values;
    private final Runnable stopping;
    private final Listeners listeners;

    /**
     * @param values makes a value of what applications broadcast
     * @param listening runs listeners, which may wait
     * @param stopping ends everything, and waits for it
     */
    public LiveServer(
            LiveRuntime runtime,
            LiveStores stores,
            MessageServer messages,
            Function<@Nullable Object, Value> values,
            Executor listening,
            Runnable stopping) {
        this.runtime = runtime;
        this.stores = stores;
        this.messages = messages;
        this.values = values;
        this.listeners = new Listeners(listening);
        this.stopping = stopping;
    }

    /** Begins to tell of clients; called once, before any comes. */
    public void watchClients() {
        runtime.watch(listeners);
    }

    @Override
    public MessageServer messages() {
        return messages;
    }

    @Override
    public void broadcast(String event, @Nullable Object data) {
        runtime.broadcast(event, values.apply(data));
    }

    @Override
    public Collection<Client> clients() {
        return runtime.clients().stream().<Client>map(ServerClient::new).toList();
    }

    @Override
    public void on(String event, Consumer<Client> listener) {
        listeners.add(event, listener);
    }

    @Override
    public Store store(String component, String key) {
        return stores.store(component, key);
    }

    @Override
    public void stop() {
        stopping.run();
    }
}
