package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server outside a container: a program that runs it, with nothing on its class path but what its page says. */
class EmbeddedServerIT {

    private static final Path SERVER = Path.of(System.getProperty("hjx.war")).resolveSibling("hjx-server.jar");
    private static final long MINUTES = 4;

    @TempDir
    private Path folder;

    @Test
    void program_startsUsesStopsAndStartsAgain() throws Exception {
        int port = freePort();
        List<String> report = run(port, Path.of(System.getProperty("payara.microJar")));

        List<String> once = List.of(
                "echo=echo hello",
                "clock={\"type\":\"update\",\"state\":{\"hour\":12}}",
                "sum={\"replyTo\":1,\"payload\":{\"sum\":5}}",
                "news={\"type\":\"event\",\"event\":\"news\",\"data\":[\"all\"]}",
                "hello={\"type\":\"hello\",\"payload\":1}",
                "clients=1",
                "full=503");
        List<String> stopped = List.of("closed=close 1001", "port=false", "threads=[]");
        assertThat(report)
                .containsExactlyElementsOf(Stream.of(
                                List.of("before=[]"),
                                once,
                                List.of(
                                        "second=PortInUseException " + port + ": Port " + port + " is already in use",
                                        "again=The server runs already"),
                                stopped,
                                once,
                                stopped,
                                List.of(
                                        "wrongChannel=The application has not started: The channel"
                                                + " io.hjx.it.EmbeddingProgram$Echo has the path /c/Counter, which"
                                                + " HJX itself answers; give it another.",
                                        "wrongSetting=The application has not started: The entry"
                                                + " hjx.maxConnections must be a whole number from 1 to 1000000;"
                                                + " it is `-1`.",
                                        "log=[came Clock, came Clock, came Clock, came Clock]"))
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void start_withoutPayara_namesTheDependency() throws Exception {
        assertThat(output(freePort()))
                .contains("IllegalStateException: Payara Micro is not on the class path; add the dependency"
                        + " fish.payara.extras:payara-micro:" + System.getProperty("payara.version", "6.2025.10"));
    }

    /** What the program reports, once it has ended by itself. */
    private List<String> run(int port, Path... more) throws Exception {
        String output = output(port, more);
        List<String> report = output.lines()
                .filter(line -> line.startsWith("program "))
                .map(line -> line.substring("program ".length()))
                .toList();
        assertThat(report).as(output).isNotEmpty();
        return report;
    }

    private String output(int port, Path... more) throws Exception {
        List<String> classPath = new ArrayList<>(List.of(SERVER.toString(), "target/test-classes"));
        Stream.of(more).map(Path::toString).forEach(classPath::add);
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-cp",
                        String.join(File.pathSeparator, classPath),
                        EmbeddingProgram.class.getName(),
                        Integer.toString(port),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            assertThat(ended).as(text).isTrue();
            return text;
        } finally {
            process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
