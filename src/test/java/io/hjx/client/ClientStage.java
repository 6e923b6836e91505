package io.hjx.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.FakeTicker;
import io.hjx.runtime.fixture.ManualExecutor;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** A client in a world where time, chance and the server are a scenario's. Confined to the test's thread. */
final class ClientStage implements Surroundings {

    private static final List<String> KINDS =
            List.of("attempts", "sent", "states", "results", "handled", "faults", "closes");

    private final FakeTicker ticker = new FakeTicker();
    private final ManualExecutor callbacks = new ManualExecutor();
    private final List<FakeSocket> sockets = new ArrayList<>();
    private final Map<String, CompletableFuture<Object>> later = new HashMap<>();

    /** What has been seen since the last look, by kind. */
    private final Map<String, List<Object>> seen = new LinkedHashMap<>();

    private int timers;
    final WebSocketClient client;

    /** A connection whose other end is the scenario. */
    private final class FakeSocket implements Socket {
        final Socket.Listener listener;
        boolean over;

        FakeSocket(Socket.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void send(String text) {
            see("sent", new JsonReader(text).document());
        }

        @Override
        public void close() {
            if (!over) {
                see("closes", 1L);
            }
        }
    }

    ClientStage(Map<String, Object> options) {
        KINDS.forEach(kind -> seen.put(kind, new ArrayList<>()));
        client = new WebSocketClient(URI.create("ws://server/messages"), "ann", options(options), this);
        client.onState((state, reason, delay) -> see(
                "states",
                state.name().toLowerCase(java.util.Locale.ROOT) + (delay.isZero() ? "" : " " + delay.toMillis())));
        client.onError(
                fault -> see("faults", fault instanceof MessageException known ? known.code() : "handler-failed"));
        callbacks.runAll();
    }

    private static ClientOptions options(Map<String, Object> given) {
        ClientOptions options = ClientOptions.standard();
        for (Map.Entry<String, Object> option : given.entrySet()) {
            int value = ((Long) option.getValue()).intValue();
            Duration time = Duration.ofMillis(value);
            options = switch (option.getKey()) {
                case "maxQueue" -> options.maxQueue(value);
                case "maxFrame" -> options.maxFrame(value);
                case "expiry" -> options.expiry(time);
                case "maxDelay" -> options.maxDelay(time);
                case "connectTimeout" -> options.connectTimeout(time);
                default -> throw new IllegalArgumentException(option.getKey());
            };
        }
        return options;
    }

    private void see(String kind, Object what) {
        seen.get(kind).add(what);
    }

    int timers() {
        return timers;
    }

    // ---- the steps

    void play(String name, Map<String, Object> step) {
        if (step.containsKey("client")) {
            client((String) step.get("client"), step);
        } else if (step.containsKey("server")) {
            server((String) step.get("server"), step);
        } else if (step.containsKey("pass")) {
            ticker.advance(Duration.ofMillis((Long) step.get("pass")), callbacks::runAll);
        } else {
            check(name, map(step.get("expect")));
        }
        callbacks.runAll();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object json) {
        return (Map<String, Object>) json;
    }

    private void client(String does, Map<String, Object> step) {
        String type = (String) step.get("type");
        switch (does) {
            case "send" -> send(type, step);
            case "request" ->
                await(step, client.request(type, step.get("payload"), Duration.ofMillis((Long) step.get("timeout"))));
            case "on" -> client.on(type, payload -> handle(type, payload, step));
            case "off" -> client.off(type);
            case "finish" -> later.get(step.get("handler")).complete(step.get("reply"));
            case "wake" -> client.wake();
            case "close" -> client.close();
            default -> throw new IllegalArgumentException(does);
        }
    }

    private void send(String type, Map<String, Object> step) {
        Object letters = step.get("letters");
        Object payload = letters == null ? step.get("payload") : "x".repeat(((Long) letters).intValue());
        for (long i = (Long) step.getOrDefault("times", 1L); i > 0; i--) {
            await(step, client.send(type, payload));
        }
    }

    private void await(Map<String, Object> step, CompletionStage<?> stage) {
        Object as = step.get("as");
        stage.whenComplete((value, failure) -> {
            Map<String, Object> result = new HashMap<>();
            result.put(failure == null ? "done" : "error", failure == null ? value : code(failure));
            see("results", List.of(as, result));
        });
    }

    private static String code(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof MessageException known ? known.code() : cause.toString();
    }

    private Object handle(String type, Object payload, Map<String, Object> step) {
        List<Object> handled = new ArrayList<>(List.of(type));
        handled.add(payload);
        see("handled", handled);
        if (step.get("refuse") instanceof List<?> refusal) {
            throw new MessageException((String) refusal.get(0), (String) refusal.get(1));
        }
        if (step.containsKey("fail")) {
            throw new IllegalStateException("on purpose");
        }
        return step.get("later") instanceof String handler
                ? later.computeIfAbsent(handler, key -> new CompletableFuture<>())
                : step.get("reply");
    }

    private void server(String does, Map<String, Object> step) {
        FakeSocket socket = sockets.get(sockets.size() - 1);
        switch (does) {
            case "accept" -> {
                // The client waits for the greeting
            }
            case "welcome" -> hear(socket, Map.of("type", "welcome", "payload", Map.of("token", step.get("token"))));
            case "refuse", "close" -> {
                socket.over = true;
                socket.listener.closed(((Long) step.getOrDefault("code", 1006L)).intValue(), "");
            }
            case "text" -> socket.listener.received((String) step.get("text"));
            default -> say(socket, map(step.get("frame")), (List<?>) step.get("ids"));
        }
    }

    private static void say(FakeSocket socket, Map<String, Object> frame, List<?> ids) {
        if (ids == null) {
            hear(socket, frame);
            return;
        }
        for (long id = (Long) ids.get(0); id <= (Long) ids.get(1); id++) {
            Map<String, Object> numbered = new LinkedHashMap<>(frame);
            numbered.put("id", id);
            hear(socket, numbered);
        }
    }

    private static void hear(FakeSocket socket, Map<String, ?> frame) {
        socket.listener.received(JsonWriter.write(frame));
    }

    // ---- the look

    private void check(String name, Map<String, Object> expected) {
        Map<String, Object> wanted = new LinkedHashMap<>(expected);
        Object timersLeft = wanted.remove("timers");
        if (timersLeft != null) {
            assertThat(timers).as(name).isEqualTo(((Long) timersLeft).intValue());
        }
        range(name, wanted.remove("sentIds"), "id");
        range(name, wanted.remove("sentReplies"), "replyTo");
        Object times = wanted.remove("handledTimes");
        if (times != null) {
            assertThat(seen.get("handled")).as(name).hasSize(((Long) times).intValue());
            seen.get("handled").clear();
        }
        wanted.computeIfPresent("closes", (kind, number) -> List.of(number));
        for (String kind : KINDS) {
            assertThat(seen.get(kind)).as(name + ": " + kind).isEqualTo(wanted.getOrDefault(kind, List.of()));
            seen.get(kind).clear();
        }
    }

    private void range(String name, Object range, String field) {
        if (range instanceof List<?> ends) {
            List<Object> ids = new ArrayList<>();
            for (long id = (Long) ends.get(0); id <= (Long) ends.get(1); id++) {
                ids.add(id);
            }
            assertThat(seen.get("sent").stream()
                            .map(frame -> map(frame).get(field))
                            .toList())
                    .as(name)
                    .isEqualTo(ids);
            seen.get("sent").clear();
        }
    }

    // ---- the surroundings

    @Override
    public Socket open(URI address, List<String> protocols, Socket.Listener listener) {
        assertThat(address).hasToString("ws://server/messages?source=ann");
        see("attempts", protocols);
        FakeSocket socket = new FakeSocket(listener);
        sockets.add(socket);
        return socket;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        timers++;
        boolean[] over = new boolean[1];
        var timer = ticker.schedule(delay, () -> {
            over[0] = true;
            timers--;
            task.run();
        });
        return () -> {
            if (!over[0]) {
                over[0] = true;
                timers--;
                timer.cancel();
            }
        };
    }

    @Override
    public double random() {
        return 0.5;
    }

    @Override
    public Executor callbacks() {
        return callbacks;
    }

    @Override
    public void close() {
        // Time is the scenario's
    }
}
