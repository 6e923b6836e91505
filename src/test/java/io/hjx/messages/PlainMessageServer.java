package io.hjx.messages;

import io.hjx.api.MessageServer;
import io.hjx.json.BadMessageException;
import io.hjx.json.ClientFrame;
import io.hjx.json.FrameBounds;
import io.hjx.json.JsonMessageCodec;
import io.hjx.runtime.spi.Principal;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.Ticker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The message server as it is in the WAR behind sockets of the JDK, so that it starts in no time. Each start begins
 * with nothing: what it knew of its clients was in memory. Confined to the test's thread.
 */
public final class PlainMessageServer implements AutoCloseable {

    private static final String TOKEN = "hjx.token.";

    private final int port;
    private final Consumer<MessageServer> application;
    private Life life;

    /** @param application puts its handlers in, at each start */
    public PlainMessageServer(Consumer<MessageServer> application) throws IOException {
        this.application = application;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        start();
    }

    public URI address() {
        return URI.create("ws://127.0.0.1:" + port + "/messages");
    }

    public void start() throws IOException {
        life = new Life(port, application);
    }

    /** Ends it from one moment to the next. */
    public void kill() throws IOException {
        life.end();
    }

    /** Ends all connections without a word; the server goes on. */
    public void cutAll() {
        life.cutAll();
    }

    @Override
    public void close() throws IOException {
        kill();
    }

    /** From a start to an end. */
    private static final class Life {
        private final ServerSocket door = new ServerSocket();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final Set<PlainSocket> sockets = ConcurrentHashMap.newKeySet();
        private final LiveMessageServer server;

        Life(int port, Consumer<MessageServer> application) throws IOException {
            // Nobody waits for how fast a test is
            MessageSettings settings =
                    MessageSettings.of(RuntimeSettings.standard().traffic().withRate(0));
            server = new LiveMessageServer(
                    settings,
                    new Ports(
                            new JsonMessageCodec(),
                            ticker(),
                            () -> UUID.randomUUID().toString(),
                            threads,
                            threads,
                            Runnable::run,
                            threads));
            application.accept(server);
            server.start();
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            threads.execute(this::accept);
        }

        private Ticker ticker() {
            return new Ticker() {
                @Override
                public long currentMillis() {
                    return System.currentTimeMillis();
                }

                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public Cancellable schedule(Duration delay, Runnable task) {
                    Future<?> future = clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
                    return () -> future.cancel(false);
                }
            };
        }

        private void accept() {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    // A kill leaves no bytes behind that would arrive later
                    socket.setSoLinger(true, 0);
                    threads.execute(() -> serve(socket));
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private void serve(Socket accepted) {
            try (accepted) {
                PlainSocket socket = new PlainSocket(accepted);
                sockets.add(socket);
                try {
                    if (!door.isClosed()) {
                        talk(socket);
                    }
                } finally {
                    sockets.remove(socket);
                }
            } catch (IOException gone) {
                // As connections go
            }
        }

        private void talk(PlainSocket socket) throws IOException {
            List<String> request = socket.request();
            String source = request.get(0).replaceFirst("GET .*[?&]source=([^& ]*).*", "$1");
            String token = Stream.of(PlainSocket.header(request, "Sec-WebSocket-Protocol")
                            .split(","))
                    .map(String::strip)
                    .filter(entry -> entry.startsWith(TOKEN))
                    .map(entry -> entry.substring(TOKEN.length()))
                    .findFirst()
                    .orElse(null);
            Claim claim = new Claim(source, token, Principal.ANONYMOUS, null);
            if (!server.admits(claim)) {
                socket.refuse(409);
                return;
            }
            socket.accept(request, "hjx.messages");
            MessageConnection connection = server.connect(claim, socket);
            try {
                socket.read(text -> receive(connection, text), connection::heard);
            } finally {
                connection.closed();
            }
        }

        private static void receive(MessageConnection connection, String text) {
            try {
                connection.receive(new ClientFrame(text).envelope(FrameBounds.standard()));
            } catch (BadMessageException bad) {
                connection.refuse(bad.code(), bad.sentence());
            }
        }

        void cutAll() {
            sockets.forEach(PlainSocket::cut);
        }

        void end() throws IOException {
            door.close();
            cutAll();
            threads.shutdownNow();
            clock.shutdownNow();
            try {
                // What a handler is at is done or not before the next life begins
                if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
                    throw new AssertionError("The server does not end.");
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
