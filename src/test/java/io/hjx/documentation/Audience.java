package io.hjx.documentation;

import io.hjx.api.ClientConnected;
import io.hjx.api.ClientDisconnected;
import io.hjx.api.HjxServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

@ApplicationScoped
public class Audience {

    @Inject
    HjxServer server;

    void came(@Observes ClientConnected event) {
        tell();
    }

    void went(@Observes ClientDisconnected event) {
        tell();
    }

    private void tell() {
        server.broadcast("audience", Map.of("size", server.clients().size()));
    }

    public void throwOut(String user) {
        server.clients().stream()
                .filter(client -> user.equals(client.principal()))
                .forEach(HjxServer.Client::disconnect);
    }
}
