package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Twenty clients, each with fifty events on one counter, all at the same time. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConcurrentEventsIT {

    private static final int CLIENTS = 20;
    private static final int EVENTS = 50;

    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load();
    }

    @Test
    void thousandEvents_allCount_andEveryClientEndsEqual() {
        HttpClient http = HttpClient.newHttpClient();
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(Client.open(http, base));
        }
        clients.forEach(
                client -> client.subscribed.orTimeout(30, TimeUnit.SECONDS).join());

        CompletableFuture.allOf(clients.stream()
                        .map(client -> CompletableFuture.runAsync(client::sendAll))
                        .toArray(CompletableFuture[]::new))
                .join();
        clients.forEach(
                client -> client.complete.orTimeout(60, TimeUnit.SECONDS).join());

        assertThat(clients).allSatisfy(client -> {
            assertThat(client.count).isEqualTo(CLIENTS * EVENTS);
            assertThat(client.versions).isSorted().doesNotHaveDuplicates();
            assertThat(client.acknowledged)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, EVENTS).boxed().toList());
            assertThat(client.errors).isEmpty();
        });
    }

    /** A hand-written client of {@code hjx.v1} that keeps at most 32 events unanswered, as the protocol asks. */
    private static final class Client implements WebSocket.Listener {

        private static final int UNANSWERED = 32;

        final CompletableFuture<Void> subscribed = new CompletableFuture<>();
        final CompletableFuture<Void> complete = new CompletableFuture<>();
        final List<Long> versions = new ArrayList<>();
        final List<Integer> acknowledged = new ArrayList<>();
        final List<String> errors = new ArrayList<>();
        private final java.util.concurrent.Semaphore unanswered = new java.util.concurrent.Semaphore(UNANSWERED);
        private final StringBuilder text = new StringBuilder();
        private volatile WebSocket socket;
        volatile int count;

        static Client open(HttpClient http, URL base) {
            Client client = new Client();
            String address = base.toString().replaceFirst("^http", "ws") + "hjx";
            client.socket = http.newWebSocketBuilder()
                    .subprotocols("hjx.v1")
                    .buildAsync(URI.create(address), client)
                    .join();
            client.send("{\"type\":\"hello\"}");
            client.send("{\"type\":\"subscribe\",\"sub\":1,\"component\":\"Counter\",\"key\":\"crowd\"}");
            return client;
        }

        void sendAll() {
            for (int id = 1; id <= EVENTS; id++) {
                unanswered.acquireUninterruptibly();
                send("{\"type\":\"event\",\"sub\":1,\"id\":" + id + ",\"handler\":\"increment\"}");
            }
        }

        private synchronized void send(String message) {
            socket.sendText(message, true).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(Json.createReader(new StringReader(text.toString())).readObject());
                text.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }

        private void take(JsonObject message) {
            switch (message.getString("type")) {
                case "snapshot" -> {
                    takeState(message);
                    subscribed.complete(null);
                }
                case "update" -> takeState(message);
                case "ack" -> acknowledge(message.getInt("id"));
                case "error" -> errors.add(message.toString());
                default -> {}
            }
            if (count == CLIENTS * EVENTS && acknowledged.size() == EVENTS) {
                complete.complete(null);
            }
        }

        private void takeState(JsonObject message) {
            if (message.containsKey("state")) {
                versions.add(message.getJsonNumber("version").longValue());
                count = message.getJsonObject("state").getInt("count", count);
            }
            if (message.containsKey("acks")) {
                message.getJsonArray("acks").forEach(id -> acknowledge(Integer.parseInt(id.toString())));
            }
        }

        private void acknowledge(int id) {
            acknowledged.add(id);
            unanswered.release();
        }
    }
}
