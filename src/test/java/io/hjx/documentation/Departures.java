package io.hjx.documentation;

import io.hjx.api.HjxServer;
import io.hjx.api.Store;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

@ApplicationScoped
public class Departures {

    public record Train(String id, String to, int delay) {}

    @Inject
    private HjxServer server;

    @Resource
    private ManagedScheduledExecutorService timer;

    private ScheduledFuture<?> ticking;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        Store board = server.store("Departures");
        board.set("trains", List.of(new Train("IC 7", "Basel", 0), new Train("RE 3", "Ulm", 0)));
        board.compute(
                "delayed",
                values -> trains(values.get("trains", Train[].class))
                        .filter(train -> train.delay() > 0)
                        .count());
        ticking = timer.scheduleAtFixedRate(this::tick, 0, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        server.store("Departures").set("clock", LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    /** In one transaction with what a database would keep of it. */
    @Transactional
    public void delay(String id, int minutes) {
        server.store("Departures")
                .update(
                        "trains",
                        Train[].class,
                        before -> trains(before)
                                .map(train -> train.id().equals(id) ? new Train(id, train.to(), minutes) : train)
                                .toArray(Train[]::new));
    }

    private static Stream<Train> trains(Train[] trains) {
        return Stream.of(trains);
    }

    @PreDestroy
    void stop() {
        ticking.cancel(false);
    }
}
