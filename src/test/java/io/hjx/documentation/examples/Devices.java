package io.hjx.documentation.examples;

import io.hjx.api.ActionRefusedException;
import io.hjx.api.Handler;
import io.hjx.api.Handles;
import io.hjx.api.HjxServer;
import io.hjx.api.MessageRefusedException;
import io.hjx.api.MessageServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

@ApplicationScoped
@Handles("Devices")
public class Devices {

    private static final int MOST = 1000;

    /** What a device says. */
    public record Reading(double celsius) {}

    /** What the dashboard shows of it. */
    public record Device(String name, double celsius, Instant at) {}

    private final ConcurrentNavigableMap<String, Device> devices = new ConcurrentSkipListMap<>();

    @Inject
    HjxServer server;

    @Inject
    MessageServer messages;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        messages.on("reading", Reading.class, message -> report(message.source(), message.payload()));
    }

    private CompletionStage<Map<String, Boolean>> report(String name, Reading reading) {
        if (devices.size() >= MOST && !devices.containsKey(name)) {
            throw new MessageRefusedException("too-many-devices", "No more than " + MOST + " devices are shown.");
        }
        devices.put(name, new Device(name, reading.celsius(), Instant.now()));
        return server.store("Devices")
                .update(names -> names.set("devices", List.copyOf(devices.values())))
                .thenApply(version -> Map.of("shown", true));
    }

    @Handler
    void blink(String name) {
        if (!messages.sendTo(name, "blink", null)) {
            throw new ActionRefusedException(name + " is not connected.");
        }
    }
}
