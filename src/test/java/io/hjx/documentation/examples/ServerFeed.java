package io.hjx.documentation.examples;

import io.hjx.api.HjxServer;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

@ApplicationScoped
public class ServerFeed {

    private static final int KEPT = 60;

    private final Deque<Long> history = new ArrayDeque<>();

    @Inject
    HjxServer server;

    @Resource
    ManagedScheduledExecutorService timers;

    private Future<?> timer;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        timer = timers.scheduleAtFixedRate(this::measure, 0, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(true);
    }

    private void measure() {
        Runtime java = Runtime.getRuntime();
        long used = (java.totalMemory() - java.freeMemory()) >> 20;
        history.add(used);
        if (history.size() > KEPT) {
            history.remove();
        }
        server.store("Server")
                .set(Map.of(
                        "used", used,
                        "most", java.maxMemory() >> 20,
                        "threads", Thread.activeCount(),
                        "clients", server.clients().size(),
                        "history", List.copyOf(history)));
    }
}
