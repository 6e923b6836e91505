package io.hjx.benchmarks.live;

import io.hjx.api.MessageServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** What an application does with messages while they are measured: it tells all of one, and answers another. */
@ApplicationScoped
public class BenchmarkMessages {

    /** How often somebody has counted. */
    public record Count(long n) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, MessageServer server) {
        server.on("count", Count.class, message -> {
            server.broadcast("count", message.payload());
            return null;
        });
        server.on("echo", Count.class, MessageServer.Handler.immediate(MessageServer.Message::payload));
    }
}
