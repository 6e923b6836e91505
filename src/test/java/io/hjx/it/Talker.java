package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.client.MessageException;
import io.hjx.client.PayloadCodec;
import io.hjx.client.WebSocketClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One of the two clients, and what happens to it: lists that begin with {@code state}, {@code answer} and so on. */
abstract class Talker implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** By kind: what happens on other threads comes in no order. */
    private final Map<String, BlockingQueue<List<Object>>> happened = new ConcurrentHashMap<>();

    /** Asks the server. */
    abstract void ask(String type, Object payload);

    @Override
    public abstract void close();

    /** The next thing of a kind that happens, without the kind. */
    List<Object> next(String kind) throws InterruptedException {
        List<Object> next = of(kind).poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(next).as("the next " + kind).isNotNull();
        return next.subList(1, next.size());
    }

    void awaitState(String state) throws InterruptedException {
        List<Object> next = next("state");
        while (!next.equals(List.of(state))) {
            next = next("state");
        }
    }

    private BlockingQueue<List<Object>> of(String kind) {
        return happened.computeIfAbsent(kind, key -> new LinkedBlockingQueue<>());
    }

    void happen(Object... what) {
        of((String) what[0]).add(Arrays.asList(what));
    }

    static Talker java(URI address, String source) {
        return new InJava(address, source);
    }

    static Talker node(URI address, String source) throws IOException {
        return new InNode(address, source);
    }

    /** The client in Java. */
    private static final class InJava extends Talker {
        private final WebSocketClient client;

        InJava(URI address, String source) {
            client = new WebSocketClient(address, source);
            client.onState(
                    (state, reason, delay) -> happen("state", state.name().toLowerCase(Locale.ROOT)));
            client.on("question", payload -> {
                happen("heard", "question", payload);
                return "fine";
            });
            client.on("chat-message", payload -> {
                if (payload instanceof Map<?, ?> message && source.equals(message.get("sender"))) {
                    happen("heard", "chat-message", message.get("message"));
                }
                return null;
            });
        }

        @Override
        void ask(String type, Object payload) {
            client.request(type, payload, PATIENCE).whenComplete((answer, failure) -> {
                if (failure == null) {
                    happen("answer", answer);
                } else {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    happen("refusal", ((MessageException) cause).code());
                }
            });
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** The client in JavaScript, in a Node of its own. */
    private static final class InNode extends Talker {
        private final Process node;
        private final Writer input;

        InNode(URI address, String source) throws IOException {
            node = new ProcessBuilder(
                            "node",
                            "--experimental-websocket",
                            "--no-warnings",
                            "src/test/resources/clients/talker.mjs",
                            Path.of("src/main/npm/node.js").toUri().toString(),
                            address.toString(),
                            source)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            input = new OutputStreamWriter(node.getOutputStream(), StandardCharsets.UTF_8);
            Thread reader = new Thread(this::read);
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8));
            lines.lines().forEach(line -> happen(((List<?>) PayloadCodec.plain().read(line)).toArray()));
        }

        @Override
        void ask(String type, Object payload) {
            try {
                input.write(PayloadCodec.plain().write(Arrays.asList(type, payload)) + "\n");
                input.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            node.destroyForcibly();
        }
    }
}
