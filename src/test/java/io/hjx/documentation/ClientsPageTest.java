package io.hjx.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.api.MessageServer;
import io.hjx.messages.PlainMessageServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the page on clients are run against the message server. */
class ClientsPageTest {

    private static final Path PAGE = Path.of("docs/clients.md");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<Object> readings = new LinkedBlockingQueue<>();

    @Test
    void java_example_isTheOneThatIsCompiled() throws IOException {
        String compiled = Files.readString(Path.of("src/test/java/io/hjx/documentation/Kitchen.java"));

        assertThat(compiled).isEqualTo("package io.hjx.documentation;\n\n" + first("java"));
    }

    @Test
    void java_example_reportsAndIsAsked() throws Exception {
        try (PlainMessageServer server = new PlainMessageServer(this::thermostats);
                Kitchen kitchen = new Kitchen(server.address())) {
            kitchen.report(21.5).toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(readings.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(Map.of("celsius", 21.5));
        }
    }

    @Test
    void node_example_reportsAndIsAnswered(@TempDir Path folder) throws Exception {
        try (PlainMessageServer server = new PlainMessageServer(this::thermostats)) {
            install(folder.resolve("node_modules/@hjx/websocket-client"));
            Path example = folder.resolve("example.mjs");
            Files.writeString(
                    example,
                    first("js")
                            .replace(
                                    "ws://localhost:8080/messages",
                                    server.address().toString()));
            Process node = new ProcessBuilder("node", "--experimental-websocket", "--no-warnings", example.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            boolean ended = node.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            node.destroyForcibly();

            assertThat(ended).as("Node ends when the client is closed").isTrue();
            assertThat(folder.resolve("output")).hasContent("true\n");
            assertThat(readings).containsExactly(Map.of("celsius", 21.5));
        }
    }

    /** Takes a reading when it has asked for one, and got the same. */
    private void thermostats(MessageServer server) {
        server.on(
                "reading",
                message -> server.request(message.source(), "measure", null, Object.class, PATIENCE)
                        .thenApply(measured -> {
                            assertThat(measured).isEqualTo(message.payload());
                            readings.add(measured);
                            return Map.of("stored", true);
                        }));
    }

    private static String first(String language) {
        return CodeBlock.of(PAGE).stream()
                .filter(block -> block.isIn(language))
                .map(CodeBlock::text)
                .findFirst()
                .orElseThrow();
    }

    private static void install(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(Path.of("src/main/npm"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }
}
