package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher as a person does. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DevCommandIT {

    private static final String HOST = "127.0.0.1";

    private static final String TALK = """
            component Talk

            state:
              n = 0

            layout:
              button(on click -> say("you")): "{{n}}"

            handlers:
              say(who):
                set n = n + 1
                log "hello " + who
            """;

    @Test
    void dev_untilSigterm_servesThePage_andLeavesNothingBehind() throws Exception {
        int port = DevServer.freePort();
        try (DevServer server = DevServer.start(port)) {
            List<ProcessHandle> children = server.children();

            assertThat(server.page()).isEqualTo(URI.create("http://" + HOST + ":" + port + "/"));
            assertThat(status(server.page())).isEqualTo(200);
            assertThat(children).isNotEmpty();

            assertTakenPortIsReported(port);

            assertThat(server.stop()).isZero();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(Port.of(HOST, port)).satisfies(Port::requireFree);
        }
    }

    @Test
    void dev_whatTheApplicationSays_isOnTheTerminal(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("talk.hjx");
        Files.writeString(file, TALK);
        try (DevServer server = DevServer.start(DevServer.freePort(), file.toString())) {
            URI live = URI.create("ws://" + server.page().getAuthority() + "/hjx?component=Talk");
            WebSocket socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(live, new WebSocket.Listener() {})
                    .join();
            socket.sendText("{\"type\":\"event\",\"handler\":\"say\",\"args\":[\"ann\"]}", true)
                    .join();
            server.awaitLine(" Talk say: hello ann");

            Files.writeString(file, TALK.replace("{{n}}", "{{n"));
            server.awaitLine("error[HJX");
            server.awaitLine(" talk.hjx does not compile; Talk stays at its last good version");
            assertThat(server.stop()).isZero();
        }
    }

    @Test
    void dev_askedForByAForeignName_isRefused() throws Exception {
        int port = DevServer.freePort();
        try (DevServer server = DevServer.start(port)) {
            assertThat(firstLine(port, "evil.example")).contains(" 403 ");
            assertThat(firstLine(port, "localhost:" + port)).contains(" 200 ");
            assertThat(server.stop()).isZero();
        }
    }

    private static String firstLine(int port, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void dev_missingFile_exitsWith1() throws Exception {
        Process hjx = DevServer.launch("dev", "no-such-file.hjx");
        try (BufferedReader out = hjx.inputReader()) {
            assertThat(out.lines()).anyMatch(line -> line.startsWith("There is no file no-such-file.hjx"));
            assertThat(hjx.waitFor()).isEqualTo(1);
        } finally {
            DevServer.kill(hjx);
        }
    }

    @Test
    void check_shippedComponents_areFine() throws Exception {
        Process hjx = DevServer.launch("check", "src/main/webapp/WEB-INF/components");
        try (BufferedReader out = hjx.inputReader()) {
            assertThat(out.lines()).last().asString().matches("\\d+ files, 0 errors, 0 warnings");
            assertThat(hjx.waitFor()).isZero();
        } finally {
            DevServer.kill(hjx);
        }
    }

    private static void assertTakenPortIsReported(int port) throws Exception {
        Process second = DevServer.launch("dev", "--port", String.valueOf(port));
        try (BufferedReader out = second.inputReader()) {
            assertThat(out.lines()).containsExactly("Port " + port + " is already in use");
            assertThat(second.waitFor()).isEqualTo(1);
        } finally {
            DevServer.kill(second);
        }
    }

    private static int status(URI page) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
