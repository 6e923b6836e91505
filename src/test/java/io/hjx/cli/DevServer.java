package io.hjx.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running {@code hjx dev}, started by the launcher as a person starts it. Confined to the thread that made it. */
public final class DevServer implements AutoCloseable {

    private static final String READY = "Ctrl-C stops it.";

    private final Process process;
    private final BufferedReader out;
    private final URI page;

    private DevServer(Process process) throws IOException {
        this.process = process;
        this.out = process.inputReader();
        this.page = URI.create(lineBefore(READY));
    }

    /** Returns once the command says that its page answers. */
    public static DevServer start(int port, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("dev", "--port", String.valueOf(port)));
        all.addAll(List.of(arguments));
        Process process = launch(all.toArray(String[]::new));
        try {
            return new DevServer(process);
        } catch (IOException | RuntimeException | Error e) {
            kill(process);
            throw e;
        }
    }

    /** A port of 127.0.0.1 that nobody listens at. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        }
    }

    /** The launcher with these arguments, and nothing in its environment that stands for others. */
    static Process launch(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(Path.of("hjx").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("PORT", "HOST", "COMPONENT"));
        return builder.start();
    }

    /** Ends a process and what it started, at once. */
    static void kill(Process process) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** The page that the command has printed. */
    URI page() {
        return page;
    }

    /** The root of the server, ending in a slash. */
    public URL base() throws IOException {
        return page.resolve("/").toURL();
    }

    /** The processes below the launcher's. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Reads on until the command prints a line with this text; with {@code --verbose}, it prints the server's log. */
    public void awaitLine(String text) throws IOException {
        lineBefore(text);
    }

    /** Asks the command to end, as Ctrl-C does, and waits until it has; returns its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The command did not end within a minute");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        kill(process);
        out.close();
    }

    private String lineBefore(String text) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(text)) {
                return seen.isEmpty() ? "" : seen.get(seen.size() - 1);
            }
            seen.add(line);
        }
        throw new AssertionError("The launcher ended after " + seen);
    }
}
