package io.hjx.it;

import io.hjx.api.MessageServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An application's handlers for messages, with a bean for each request. */
@ApplicationScoped
public class Greeter {

    /** What a client says of itself. */
    public record Person(String name) {}

    private final AtomicInteger greeted = new AtomicInteger();

    @Inject
    private GreetingCount count;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, MessageServer server) {
        server.on("greet", Person.class, message -> {
            count.increment();
            return Map.of("text", "Hello " + message.payload().name() + ", " + count.value());
        });
        server.on("count", message -> greeted.incrementAndGet());
        server.on("who", message -> server.sources());
        server.on(
                "ask-me",
                message -> server.request(
                                message.source(), "question", "How are you?", String.class, Duration.ofSeconds(20))
                        .thenApply(answer -> "You are " + answer));
    }
}
