package io.hjx.test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Payara Micro with a WAR, as a process that can be killed, at one port. Confined to one thread. */
public final class PayaraProcess implements AutoCloseable {

    private static final String LOOPBACK_ONLY =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener"
                    + ".address=127.0.0.1\n";

    private final Path folder;
    private final String war;
    private final List<String> settings;
    private final int port;
    private Process process;

    /**
     * Starts a server with the WAR that ships; it does not answer yet.
     *
     * @param folder for its log
     * @param components the folder of the components
     * @param settings system properties, {@code hjx.history=8}
     */
    public PayaraProcess(Path folder, Path components, String... settings) throws IOException {
        this(folder, System.getProperty("hjx.war", "target/hjx.war"), with(components, settings));
    }

    private PayaraProcess(Path folder, String war, List<String> settings) throws IOException {
        this.folder = folder;
        this.war = war;
        this.settings = settings;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.writeString(folder.resolve("preboot"), LOOPBACK_ONLY);
        process = start();
    }

    /** Starts a server with another WAR; it does not answer yet. */
    public static PayaraProcess of(Path war, Path folder) throws IOException {
        return new PayaraProcess(folder, war.toString(), List.of());
    }

    private static List<String> with(Path components, String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("hjx.components=" + components.toAbsolutePath());
        return all;
    }

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-Dpolyglotimpl.AttachLibraryFailureAction=ignore"));
        settings.forEach(setting -> command.add("-D" + setting));
        command.addAll(List.of("-jar", System.getProperty("payara.microJar", "target/servers/payara-micro.jar")));
        command.addAll(List.of("--nocluster", "--port", String.valueOf(port)));
        command.addAll(List.of("--prebootcommandfile", folder.resolve("preboot").toString()));
        command.addAll(List.of("--deploy", war, "--contextroot", "/"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    public int port() {
        return port;
    }

    public Path log() {
        return folder.resolve("server.log");
    }

    /** Ends it from one moment to the next, and starts another, which does not answer yet. */
    public void killAndStart() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = start();
    }

    /** Asks whether it answers. */
    public CompletionStage<Boolean> ready(HttpClient http) {
        URI address = URI.create("http://127.0.0.1:" + port + "/health/ready");
        return http.sendAsync(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() == 200);
    }

    /** False once it has ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
