package io.hjx.it;

import io.hjx.api.HjxServer;
import io.hjx.api.MessageServer;
import io.hjx.api.Store;
import io.hjx.documentation.Departures;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** An application that changes the state of components when it is told to, in all the ways that there are. */
@ApplicationScoped
public class StoreProbe {

    /** What a store holds as an object. */
    public record Reading(String sensor, double celsius) {}

    private final Store shared = Store.of(Map.of("seen", 0));

    @Inject
    private HjxServer server;

    @Inject
    private Booking booking;

    @Inject
    private Departures departures;

    @Resource
    private ManagedScheduledExecutorService timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event, MessageServer messages) {
        messages.on("set", Integer.class, message -> counter("bean").set("count", message.payload()));
        messages.on("timer", message -> {
            timer.execute(() -> counter("timer").update("count", Integer.class, count -> count + 1));
            return null;
        });
        messages.on("commit", Integer.class, message -> {
            CompletionStage<Long> change = booking.book(counter("booking"), message.payload());
            return change.thenApply(
                    version -> List.of(booking.seenWithin(), counter("booking").get("count")));
        });
        messages.on("rollback", Integer.class, message -> {
            try {
                booking.fail(counter("booking"), message.payload());
            } catch (IllegalStateException deliberate) {
                return booking.outcome()
                        .handle((version, failure) -> failure.getClass().getSimpleName());
            }
            return null;
        });
        messages.on("wrong", message -> {
            try {
                return counter("bean").set("cuont", 1);
            } catch (IllegalArgumentException wrong) {
                return wrong.getMessage();
            }
        });
        messages.on("shared", message -> booking.book(shared, 7).thenApply(version -> shared.get("seen", Long.class)));
        messages.on("delay", Integer.class, message -> {
            departures.delay("RE 3", message.payload());
            return null;
        });
        messages.on("record", message -> {
            Store store = Store.of(Map.of("reading", new Reading("attic", 21.5)));
            return store.get("reading", Reading.class).sensor();
        });
        counter("echo")
                .subscribe(
                        change -> counter("heard").set("count", change.changed().get("count")));
    }

    private Store counter(String key) {
        return server.store("Counter", key);
    }
}
