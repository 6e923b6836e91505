package io.hjx.documentation;

import io.hjx.api.MessageRefusedException;
import io.hjx.api.MessageServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
public class Thermostats {

    public record Reading(double celsius) {}

    @Inject
    MessageServer server;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        server.on("reading", Reading.class, message -> {
            if (message.payload().celsius() < -273.15) {
                throw new MessageRefusedException("too-cold", "Nothing is that cold.");
            }
            server.broadcast("reading", message.payload(), message.source());
            return Map.of("stored", true);
        });
    }

    public CompletionStage<Reading> measure(String room) {
        return server.request(room, "measure", null, Reading.class, Duration.ofSeconds(5));
    }
}
