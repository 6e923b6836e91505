package io.hjx.benchmarks.live;

import io.hjx.websocket.FloorEndpoint;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Payara Micro with both applications: HJX as it ships, and the floor. Confined to one thread. */
final class LiveServer implements AutoCloseable {

    private static final Path SERVER = Path.of("target/servers/payara-micro.jar");
    private static final Path WAR = Path.of("target/hjx.war");
    private static final Path COMPONENTS = Path.of("benchmarks/live/components");
    private static final Duration START = Duration.ofMinutes(3);

    /** Long enough for all clients of a measurement to be remembered at its end. */
    static final Duration RESUME_WINDOW = Duration.ofSeconds(90);

    private final Path folder = Files.createTempDirectory("hjx-live");
    private final Path war;
    private final int port;
    private Process process;

    /** A server with as many threads for requests as it has by itself. */
    LiveServer() throws IOException, InterruptedException {
        this(WAR, "");
    }

    /** The same, with an application of the message server in the WAR. */
    static LiveServer withMessages() throws IOException, InterruptedException {
        WebArchive war = ShrinkWrap.createFromZipFile(WebArchive.class, WAR.toFile())
                .addClasses(BenchmarkMessages.class, BenchmarkMessages.Count.class);
        Path file = Files.createTempDirectory("hjx-live").resolve("hjx.war");
        war.as(ZipExporter.class).exportTo(file.toFile());
        return new LiveServer(file, "");
    }

    /**
     * A server of so few threads for requests that the buffers which each of them keeps, about 200 KiB, are soon all
     * there: by itself it makes up to 200 threads, one now and one then.
     */
    static LiveServer ofFewThreads() throws IOException, InterruptedException {
        String pool = "set configs.config.server-config.thread-pools.thread-pool.http-thread-pool.";
        return new LiveServer(WAR, pool + "min-thread-pool-size=4\n" + pool + "max-thread-pool-size=8\n");
    }

    private LiveServer(Path war, String threads) throws IOException, InterruptedException {
        this.war = war;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        WebArchive floor = ShrinkWrap.create(WebArchive.class, "floor.war")
                .addClasses(FloorEndpoint.class)
                .addPackages(false, path -> path.get().contains("TyrusIdleTimer"), "io.hjx.websocket");
        floor.as(ZipExporter.class).exportTo(folder.resolve("floor.war").toFile());
        Files.writeString(folder.resolve("preboot"), """
                set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.\
                address=127.0.0.1
                set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
                """ + threads);
        process = start();
        awaitReady();
    }

    private Process start() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Djava.awt.headless=true",
                        "-Dpolyglotimpl.AttachLibraryFailureAction=ignore",
                        "-Dhjx.components=" + COMPONENTS.toAbsolutePath(),
                        "-Dhjx.rate=0",
                        "-Dhjx.resumeWindow=" + RESUME_WINDOW.toSeconds() + "s",
                        "-Dhjx.maxConnections=20000",
                        "-Dhjx.maxConnectionsPerAddress=0",
                        "-jar",
                        SERVER.toString(),
                        "--nocluster",
                        "--port",
                        String.valueOf(port),
                        "--prebootcommandfile",
                        folder.resolve("preboot").toString(),
                        // The floor first: it is there when the other says that it is ready
                        "--deploy",
                        folder.resolve("floor.war").toString(),
                        "--deploy",
                        war.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
    }

    String pid() {
        return String.valueOf(process.pid());
    }

    int port() {
        return port;
    }

    /** Waits until it answers. */
    void awaitReady() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hjx/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Asked again
            }
            Thread.sleep(50);
        }
        throw new IOException("The server does not answer; its log is " + folder.resolve("server.log"));
    }

    /** Ends the server at once, and starts it again; it does not answer yet. */
    void restart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    /** The bytes of everything that is alive in the server. */
    long heap() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid(), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String total = histogram.inputReader().lines().reduce("", (before, line) -> line);
        if (!histogram.waitFor(1, TimeUnit.MINUTES) || !total.startsWith("Total")) {
            throw new IOException("jcmd said: " + total);
        }
        return Long.parseLong(total.trim().split("\\s+")[2]);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
