package io.hjx.it;

import io.hjx.api.Channel;
import io.hjx.api.Connection;
import io.hjx.api.HjxServer;
import io.hjx.api.PortInUseException;
import io.hjx.api.ServerOptions;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program of its own that runs a server in itself, as its author would write it, and prints what it meets as lines
 * {@code program name=value}. It ends when its server has stopped.
 *
 * <p>Arguments: the port, and a folder of its own.
 */
public final class EmbeddingProgram {

    private static final String CLOCK = """
            component Clock

            state:
              hour = 12

            layout:
              text: "{{hour}}"

            handlers:
              tick:
                set hour = hour + 1
            """;

    private final int port;
    private final List<String> log = new CopyOnWriteArrayList<>();

    private EmbeddingProgram(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path clock = Files.writeString(Path.of(arguments[1], "clock.hjx"), CLOCK);
        EmbeddingProgram program = new EmbeddingProgram(port);
        HjxServer server = program.server(clock);
        report("before", server.clients());
        try {
            program.tryAll(server, clock);
        } finally {
            server.stop();
        }
    }

    private void tryAll(HjxServer server, Path clock) throws Exception {
        server.start();
        use(server);
        report("second", failure(() -> server(clock).start()));
        report("again", failure(server::start));
        stop(server);
        server.start();
        use(server);
        stop(server);
        report(
                "wrongChannel",
                failure(() -> HjxServer.create(ServerOptions.port(port).channel(new Echo("/c/Counter")))
                        .start()));
        report(
                "wrongSetting",
                failure(() -> HjxServer.create(ServerOptions.port(port).maxConnections(-1))
                        .start()));
        report("log", log);
    }

    private HjxServer server(Path component) {
        HjxServer server = HjxServer.create(ServerOptions.port(port)
                .host("127.0.0.1")
                .component(component.toString())
                .maxConnections(3)
                .channel(new Echo("/echo"))
                .on("sum", Sum.class, message -> Map.of("sum", message.payload().a + message.payload().b)));
        server.on("connection", client -> log.add("came " + client.component()));
        return server;
    }

    /** What a client asks for. */
    public static class Sum {
        public int a;
        public int b;
    }

    private record Echo(String path) implements Channel {
        @Override
        public void onMessage(Connection connection, String text) {
            connection.send("echo " + text);
        }
    }

    private void use(HjxServer server) throws Exception {
        try (PlainClient echo = connect("/echo");
                PlainClient clock = connect("/hjx");
                PlainClient messages = connect("/messages?source=program")) {
            echo.say("hello");
            report("echo", echo.hear());
            report("clock", clock.hear());
            messages.hear();
            messages.say("{\"type\":\"sum\",\"payload\":{\"a\":2,\"b\":3},\"id\":1}");
            report("sum", messages.hear());
            server.broadcast("news", List.of("all"));
            report("news", clock.hear());
            server.messages().broadcast("hello", 1);
            report("hello", messages.hear());
            report("clients", server.clients().size());
            report("full", PlainClient.status(address("/echo"), null));
        }
    }

    private void stop(HjxServer server) throws Exception {
        try (PlainClient clock = connectInTime("/hjx?component=Clock&key=last")) {
            clock.hear();
            server.stop();
            report("closed", clock.hear());
        }
        server.stop();
        report("port", answers());
        report(
                "threads",
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("hjx"))
                        .toList());
    }

    /** Connects as soon as there is room: who has left counts until the server has heard of it. */
    private PlainClient connectInTime(String path) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return connect(path);
            } catch (CompletionException full) {
                if (System.nanoTime() > deadline) {
                    throw full;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
    }

    private boolean answers() throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (ConnectException refused) {
            return false;
        }
    }

    private interface Attempt {
        Object run();
    }

    private static String failure(Attempt attempt) {
        try {
            return "none: " + attempt.run();
        } catch (PortInUseException expected) {
            return "PortInUseException " + expected.port() + ": " + expected.getMessage();
        } catch (IllegalStateException expected) {
            return expected.getMessage();
        }
    }

    private PlainClient connect(String path) {
        return PlainClient.connect(address(path));
    }

    private URI address(String path) {
        return URI.create("ws://127.0.0.1:" + port + path);
    }

    private static void report(String name, Object value) {
        System.out.println("program " + name + "=" + value);
    }
}
