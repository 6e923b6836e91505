package io.hjx.benchmarks.live;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** How long clients take to come back to a server that was ended and started again. Confined to one thread. */
final class Comeback {

    /** As `backoff.js` has it. */
    private static final long BASE_MILLIS = 250;

    private static final long CAP_MILLIS = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long SEED = 1;

    private final LoadClient client;
    private final Random random = new Random(SEED);
    private int present;

    Comeback(LoadClient client) {
        this.client = client;
    }

    /** A client that connects again as the browser's does. */
    private final class Returning implements Socket.Listener {

        private int failures;
        private boolean joined;

        void connect() {
            try {
                client.connect(Side.HJX.path("back"), Side.HJX.protocol(), this);
            } catch (IOException refused) {
                again();
            }
        }

        @Override
        public void opened(Socket socket) {
            for (String message : Side.HJX.greeting("back")) {
                socket.send(message);
            }
        }

        @Override
        public void text(Socket socket, byte[] bytes, int from, int to) {
            if (!joined && Frames.count(bytes, from, to) >= 0) {
                failures = 0;
                joined = true;
                present++;
            }
        }

        @Override
        public void closed(Socket socket) {
            present -= joined ? 1 : 0;
            joined = false;
            again();
        }

        private void again() {
            long bound = Math.min(CAP_MILLIS, BASE_MILLIS << Math.min(failures++, 10));
            client.at(System.nanoTime() + (long) (random.nextDouble() * bound * 1_000_000), this::connect);
        }
    }

    String measure(LiveServer server, int clients) throws IOException, InterruptedException {
        List<Returning> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Returning one = new Returning();
            all.add(one);
            client.at(System.nanoTime() + i * 2_000_000L, one::connect);
        }
        client.run("the clients", PATIENCE, () -> present == clients);
        server.restart();
        Thread watch = new Thread(() -> answers(server), "readiness");
        watch.start();
        client.run("coming back", PATIENCE, () -> present == clients);
        long back = System.nanoTime();
        watch.join();
        // They may all be there before anybody has asked
        double seconds = Math.max(0, back - answeredAt) / 1e9;
        return "%,d clients were back %.2f s after the server answered again%n".formatted(clients, seconds);
    }

    private volatile long answeredAt;

    private void answers(LiveServer server) {
        try {
            server.awaitReady();
            answeredAt = System.nanoTime();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
