package io.hjx.documentation.examples;

import io.hjx.api.MessageServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Map;

@ApplicationScoped
public class Chat {

    /** What somebody says. */
    public record Said(String message) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, MessageServer server) {
        server.on("chat-message", Said.class, said -> {
            server.broadcast(
                    "chat-message",
                    Map.of("sender", said.source(), "message", said.payload().message()));
            return Map.of("status", "received");
        });
    }
}
