package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the launcher as a person does. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DevCommandIT {

    private static final String HOST = "127.0.0.1";

    @Test
    void dev_untilSigterm_servesThePage_andLeavesNothingBehind() throws Exception {
        int port = freePort();
        Process hjx = launch("dev", "--port", String.valueOf(port));
        try (BufferedReader out = hjx.inputReader()) {
            URI page = URI.create(lineWith("http://", out));
            List<ProcessHandle> children = hjx.descendants().toList();

            assertThat(page).isEqualTo(URI.create("http://" + HOST + ":" + port + "/"));
            assertThat(status(page)).isEqualTo(200);
            assertThat(children).isNotEmpty();

            assertTakenPortIsReported(port);

            hjx.destroy();
            assertThat(hjx.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(hjx.exitValue()).isZero();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(Port.of(HOST, port)).satisfies(Port::requireFree);
        } finally {
            stop(hjx);
        }
    }

    @Test
    void dev_missingFile_exitsWith1() throws Exception {
        Process hjx = launch("dev", "no-such-file.hjx");
        try (BufferedReader out = hjx.inputReader()) {
            assertThat(out.lines()).anyMatch(line -> line.startsWith("There is no file no-such-file.hjx"));
            assertThat(hjx.waitFor()).isEqualTo(1);
        } finally {
            stop(hjx);
        }
    }

    private static void assertTakenPortIsReported(int port) throws Exception {
        Process second = launch("dev", "--port", String.valueOf(port));
        try (BufferedReader out = second.inputReader()) {
            assertThat(out.lines()).containsExactly("Port " + port + " is already in use");
            assertThat(second.waitFor()).isEqualTo(1);
        } finally {
            stop(second);
        }
    }

    private static Process launch(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("hjx").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("PORT", "HOST", "COMPONENT"));
        return builder.start();
    }

    private static String lineWith(String start, BufferedReader out) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.add(line);
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("The launcher ended after " + seen);
    }

    private static int status(URI page) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    private static void stop(Process hjx) {
        List<ProcessHandle> all = new ArrayList<>(hjx.descendants().toList());
        all.add(hjx.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
