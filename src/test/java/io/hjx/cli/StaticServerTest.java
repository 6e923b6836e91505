package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaticServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newHttpClient();
    private StaticServer server;
    private Thread follower;
    private int saved;

    @BeforeEach
    void start() throws IOException {
        save("One");
        StaticSource source =
                new StaticSource(ComponentFile.of(folder.resolve("page.hjx")), Path.of("src/main/webapp/hjx"));
        server = StaticServer.start(source, Port.anyFree());
        Terminal terminal = new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), UnaryOperator.identity());
        follower = new Thread(() -> follow(terminal));
        follower.start();
    }

    private void follow(Terminal terminal) {
        try {
            server.follow(terminal);
        } catch (CommandFailure | IOException e) {
            // Interrupted: the test is over
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        follower.interrupt();
        follower.join();
        server.close();
    }

    /** Each time is later than the last, whatever the file system's clock shows. */
    private void save(String text) throws IOException {
        Path file = folder.resolve("page.hjx");
        Files.writeString(
                file,
                text.isEmpty()
                        ? "layout:\n  vieww\n"
                        : "state:\n  word = \"" + text + "\"\nlayout:\n  view: \"{{word}}\"\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + ++saved)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = server.page().resolve(path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String await(String path, Predicate<String> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String body = get(path).body();
        while (!wanted.test(body)) {
            assertThat(System.nanoTime()).as(body).isLessThan(deadline);
            Thread.onSpinWait();
            body = get(path).body();
        }
        return body;
    }

    @Test
    void page_withItsFiles_isServed() throws Exception {
        assertThat(get("/").body()).contains("One", "/hjx-dev/local/follow.js");
        assertThat(get("/app.js").body()).endsWith("//# sourceMappingURL=app.js.map\n");
        assertThat(get("/app.js.map").body()).contains("\"sources\":[\"page.hjx\"]");
        assertThat(get("/hjx-dev/overlay.js").statusCode()).isEqualTo(200);
        assertThat(get("/").headers().firstValue("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(get("/hjx-dev/../../../../pom.xml").statusCode()).isEqualTo(404);
        assertThat(get("/page.hjx").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"localhost, 200", "evil.example, 403", "127.0.0.1.evil.example, 403", "192.168.1.5, 403", "'', 403"})
    void page_underAnotherName_isRefused(String host, int status) throws IOException {
        for (String path : List.of("/", "/app.js.map", "/hjx-dev/state.json")) {
            assertThat(status(path, host)).as(path).isEqualTo(status);
        }
    }

    /** The JDK's client lets nobody say under which name it asks. */
    private int status(String path, String host) throws IOException {
        int port = server.page().getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + (host.isEmpty() ? "" : host + ":" + port)
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            int end = "HTTP/1.1 200".length();
            return Integer.parseInt(new String(answer, StandardCharsets.UTF_8).substring(end - 3, end));
        }
    }

    @Test
    void savedFile_isCompiledAndTold() throws Exception {
        assertThat(get("/hjx-dev/state.json").body()).contains("\"version\":1");
        save("Two");
        await("/hjx-dev/state.json", body -> body.contains("\"version\":2"));
        assertThat(get("/").body()).contains("Two");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Compiled.");
    }

    @Test
    void brokenFile_keepsTheLastGoodPage() throws Exception {
        save("");
        await("/hjx-dev/state.json", body -> body.contains("HJX"));
        assertThat(get("/").body()).contains("One");
        save("Three");
        await("/hjx-dev/state.json", body -> body.contains("\"version\":2") && body.contains("\"diagnostics\":[]"));
        assertThat(get("/").body()).contains("Three");
    }
}
