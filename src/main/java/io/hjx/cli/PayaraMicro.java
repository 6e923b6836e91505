package io.hjx.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Payara Micro as a child process that ends with this one.
 *
 * <p>Thread-safe: the thread that started it waits, a shutdown hook may stop it meanwhile.
 */
final class PayaraMicro implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Payara prints it when everything is deployed, or has failed to be. */
    private static final String STARTED = "Payara Micro URLs:";

    /** Payara prints it before the reason, and then runs on without the application. */
    private static final String REFUSED = "Exception while loading the app : ";

    /**
     * A server of one developer wants to start fast, not to run fast for days: the optimizing compiler takes two thirds
     * of the start's processor time.
     */
    private static final List<String> QUICK_START =
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final ServerFolder folder;
    private final ServerLog log;
    private final Thread hook;
    private volatile boolean ending;

    private PayaraMicro(Process process, ServerFolder folder) {
        this.process = process;
        this.folder = folder;
        this.log = new ServerLog(folder.log());
        this.hook = new Thread(this::endWithThisProcess, "hjx-stop");
    }

    /**
     * Starts a server; it does not answer yet.
     *
     * @param archiving more arguments of the JVM, about the archive of classes
     */
    static PayaraMicro start(ServerFolder folder, Deployment deployment, List<String> archiving) throws IOException {
        Files.writeString(folder.prebootCommands(), preboot(deployment.port()));
        List<String> command = new ArrayList<>(List.of(Java.executable()));
        command.addAll(QUICK_START);
        command.addAll(archiving);
        command.addAll(deployment.settings());
        command.addAll(List.of("-Djava.awt.headless=true", "-Dpolyglotimpl.AttachLibraryFailureAction=ignore"));
        command.addAll(List.of("-jar", folder.launcher().toString()));
        command.addAll(List.of("--deploy", deployment.war().toString(), "--contextroot", "/"));
        command.addAll(List.of("--port", String.valueOf(deployment.port().number()), "--nocluster"));
        command.addAll(List.of("--prebootcommandfile", folder.prebootCommands().toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.log().toFile())
                .start();
        PayaraMicro server = new PayaraMicro(process, folder);
        Runtime.getRuntime().addShutdownHook(server.hook);
        return server;
    }

    /** There is no option for the address, and {@code --nocluster} alone leaves Hazelcast listening everywhere. */
    private static String preboot(Port port) {
        String config = "set configs.config.server-config.";
        return config + "network-config.network-listeners.network-listener.http-listener.address="
                + port.address().getHostAddress() + "\n"
                + config + "hazelcast-config-specific-configuration.enabled=false\n";
    }

    /** Whether the server runs; while it is being stopped on purpose, its end is no news. */
    boolean isAlive() {
        return ending || process.isAlive();
    }

    /** Whether the server believes that it is up; the application may nevertheless have failed. */
    boolean isStarted() throws IOException {
        return log.behind(STARTED).isPresent();
    }

    /** Why the application could not be deployed. */
    Optional<String> refusal() throws IOException {
        return log.behind(REFUSED);
    }

    ServerLog log() {
        return log;
    }

    /** Stops the server, gently until {@code patience} is at its end, and waits until it is gone. */
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending: the hook stops the server
            return;
        }
        stop(PATIENCE);
    }

    /** Ctrl-C and SIGTERM are the ordinary way to end this command, hence a success. */
    private void endWithThisProcess() {
        ending = true;
        stop(PATIENCE);
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
