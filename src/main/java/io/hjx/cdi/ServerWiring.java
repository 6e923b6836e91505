package io.hjx.cdi;

import io.hjx.api.ClientConnected;
import io.hjx.api.ClientDisconnected;
import io.hjx.api.HjxServer;
import io.hjx.json.JsonMessageCodec;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.JsonException;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.Value;
import io.hjx.messages.LiveMessageServer;
import io.hjx.runtime.LiveRuntime;
import io.hjx.server.LiveServer;
import io.hjx.store.LiveStores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Makes the server that applications are given. Stateless. */
@ApplicationScoped
public class ServerWiring {

    @Produces
    @Singleton
    LiveServer server(
            LiveRuntime runtime,
            LiveStores stores,
            LiveMessageServer messages,
            MessageWiring.HandlerThreads handlers,
            RequestScope requests,
            Lifecycle lifecycle,
            Event<ClientConnected> connected,
            Event<ClientDisconnected> disconnected) {
        LiveServer server = new LiveServer(
                runtime,
                stores,
                messages,
                ServerWiring::value,
                task -> handlers.workers().execute(() -> requests.run(task)),
                lifecycle::closeConnections);
        server.on(HjxServer.CONNECTION, client -> connected.fire(new ClientConnected(client)));
        server.on(HjxServer.DISCONNECTION, client -> disconnected.fire(new ClientDisconnected(client)));
        return server;
    }

    private static Value value(@Nullable Object data) {
        String text = new JsonMessageCodec().write(data);
        try {
            return text == null ? NullValue.NULL : Json.parse(text);
        } catch (JsonException tooDeep) {
            throw new IllegalArgumentException("The data cannot be sent: " + tooDeep.getMessage(), tooDeep);
        }
    }
}
