package io.hjx.it;

import io.hjx.api.ClientConnected;
import io.hjx.api.ClientDisconnected;
import io.hjx.api.HjxServer;
import io.hjx.api.MessageServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an application makes of the server: it writes down who comes and goes, and does what messages ask for. */
@ApplicationScoped
public class Visits {

    private final List<String> log = new CopyOnWriteArrayList<>();

    @Inject
    HjxServer server;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, MessageServer messages) {
        server.on("connection", client -> log.add("came " + client.key()));
        server.on("disconnection", client -> log.add("went " + client.key()));
        messages.on("log", message -> log);
        messages.on(
                "clients",
                message -> server.clients().stream().map(Visits::describe).toList());
        messages.on("tell", message -> {
            server.broadcast("news", List.of(1, "two"));
            return null;
        });
        messages.on("disconnect", message -> {
            server.clients().stream()
                    .filter(client -> client.key().equals(message.payload()))
                    .forEach(HjxServer.Client::disconnect);
            return null;
        });
    }

    private static String describe(HjxServer.Client client) {
        return String.join(
                " ",
                client.component(),
                client.key(),
                String.valueOf(client.principal()),
                client.address(),
                "sent " + client.sent(),
                "received " + client.received(),
                "queue " + client.queue());
    }

    void came(@Observes ClientConnected event) {
        log.add("observed " + event.client().key());
    }

    void went(@Observes ClientDisconnected event) {
        log.add("observed the end of " + event.client().key());
    }
}
