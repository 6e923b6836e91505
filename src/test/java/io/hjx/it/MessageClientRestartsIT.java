package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.client.ClientOptions;
import io.hjx.client.MessageException;
import io.hjx.client.WebSocketClient;
import io.hjx.messages.PlainMessageServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Both clients against a server that is killed and started again, and loses what it knew, fifty times in a row. */
class MessageClientRestartsIT {

    private static final int RESTARTS = 50;

    /** What the server answers between two kills, at least; half of it before all connections are cut. */
    private static final int ANSWERS_OF_A_LIFE = 200;

    /** What the clients may leave without an answer. */
    private static final int QUEUE = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration DELAY = Duration.ofMillis(100);

    /** What the server has executed, of all its lives. Guarded by itself. */
    private final List<Long> executed = new ArrayList<>();

    /** What a client says of each number: {@code done 7}. */
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    @Test
    void java_fiftyRestarts_whatWasAcknowledgedArrivedOnceAndInOrder() throws Exception {
        try (PlainMessageServer server = server()) {
            AtomicBoolean stopped = new AtomicBoolean();
            WebSocketClient client = new WebSocketClient(
                    server.address(), "java", ClientOptions.standard().maxDelay(DELAY));
            Thread sender = new Thread(() -> sendNumbers(client, stopped));
            sender.start();
            Outcome outcome = restart(server);
            stopped.set(true);
            sender.join(PATIENCE.toMillis());
            outcome.hearAll();
            client.close();
            outcome.check();
            for (Thread thread : clientThreads()) {
                thread.join(PATIENCE.toMillis());
            }
            assertThat(clientThreads()).as("threads of a closed client").isEmpty();
        }
    }

    @Test
    void node_fiftyRestarts_whatWasAcknowledgedArrivedOnceAndInOrder() throws Exception {
        try (PlainMessageServer server = server()) {
            Process node = node(server.address());
            Thread reader = new Thread(() -> hear(node));
            reader.start();
            try {
                Outcome outcome = restart(server);
                node.getOutputStream().close();
                assertThat(node.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .as("no timer or socket of the client keeps Node alive")
                        .isTrue();
                assertThat(node.exitValue()).isZero();
                reader.join(PATIENCE.toMillis());
                outcome.hearAll();
                outcome.check();
            } finally {
                node.destroyForcibly();
            }
        }
    }

    private PlainMessageServer server() throws IOException {
        return new PlainMessageServer(application -> application.on("number", Long.class, message -> {
            synchronized (executed) {
                executed.add(message.payload());
            }
            return message.payload();
        }));
    }

    /** Kills and starts the server again and again, and cuts connections between, while the client sends. */
    private Outcome restart(PlainMessageServer server) throws Exception {
        Outcome outcome = new Outcome();
        for (int i = 0; i < RESTARTS; i++) {
            outcome.hear(ANSWERS_OF_A_LIFE / 2);
            server.cutAll();
            outcome.hear(ANSWERS_OF_A_LIFE / 2);
            server.kill();
            server.start();
        }
        outcome.hear(ANSWERS_OF_A_LIFE);
        return outcome;
    }

    /** What became of the numbers that were sent. */
    private final class Outcome {
        private final List<Long> done = new ArrayList<>();
        private final List<Long> inDoubt = new ArrayList<>();
        private final List<String> others = new ArrayList<>();

        /** Hears of so many more that are done. */
        void hear(int more) throws InterruptedException {
            int wanted = done.size() + more;
            while (done.size() < wanted) {
                String line = said.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                assertThat(line)
                        .as("something goes on after " + done.size() + " answers")
                        .isNotNull();
                take(line);
            }
        }

        void hearAll() {
            List<String> rest = new ArrayList<>();
            said.drainTo(rest);
            rest.forEach(this::take);
        }

        private void take(String line) {
            String[] words = line.split(" ", -1);
            long number = Long.parseLong(words[1]);
            switch (words[0]) {
                case "done" -> done.add(number);
                case "resume-expired" -> inDoubt.add(number);
                default -> others.add(line);
            }
        }

        void check() {
            assertThat(others)
                    .as("the queue took what the bound allows, and no more")
                    .containsExactly("most " + QUEUE);
            Set<Long> acknowledged = new HashSet<>(done);
            List<Long> arrived;
            synchronized (executed) {
                arrived = List.copyOf(executed);
            }
            assertThat(arrived.stream().filter(acknowledged::contains).toList())
                    .as("what was acknowledged arrived once, in order")
                    .isEqualTo(done.stream().sorted().toList());
            assertThat(arrived)
                    .as("nothing at all arrived twice")
                    .doesNotHaveDuplicates()
                    .isSorted();
            assertThat(done.size() + inDoubt.size()).as("everything had an end").isEqualTo(last() + 1);
            System.getLogger(MessageClientRestartsIT.class.getName())
                    .log(System.Logger.Level.INFO, done.size() + " done, " + inDoubt.size() + " in doubt");
        }

        private int last() {
            return (int) Math.max(max(done), max(inDoubt));
        }

        private static long max(List<Long> numbers) {
            return numbers.stream().mapToLong(number -> number).max().orElse(-1);
        }
    }

    // ---- the clients

    private void sendNumbers(WebSocketClient client, AtomicBoolean stopped) {
        Semaphore room = new Semaphore(QUEUE);
        int most = 0;
        for (long number = 0; !stopped.get(); number++) {
            long sent = number;
            room.acquireUninterruptibly();
            client.request("number", sent, PATIENCE).whenComplete((answer, failure) -> {
                said.add((failure == null ? "done" : code(failure)) + " " + sent);
                room.release();
            });
            most = Math.max(most, QUEUE - room.availablePermits());
        }
        room.acquireUninterruptibly(QUEUE);
        said.add("most " + most);
    }

    private static String code(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof MessageException known
                ? known.code()
                : cause.toString().replace(' ', '_');
    }

    private static Process node(URI address) throws IOException {
        return new ProcessBuilder(
                        "node",
                        "--experimental-websocket",
                        "--no-warnings",
                        "src/test/resources/clients/sender.mjs",
                        Path.of("src/main/npm/node.js").toUri().toString(),
                        address.toString(),
                        "node",
                        String.valueOf(DELAY.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void hear(Process node) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException e) {
            said.add("broken 0");
        }
    }

    private static List<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("hjx-client-java"))
                .toList();
    }
}
