package io.hjx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    void dev_missingFile_exitsWith1() throws Exception {
        Process hjx = DevServer.launch("dev", "no-such-file.hjx");
        try (BufferedReader out = hjx.inputReader()) {
            assertThat(out.lines()).anyMatch(line -> line.startsWith("There is no file no-such-file.hjx"));
            assertThat(hjx.waitFor()).isEqualTo(1);
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
