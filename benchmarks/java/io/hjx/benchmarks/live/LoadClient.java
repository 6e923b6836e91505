package io.hjx.benchmarks.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Thousands of WebSockets on one thread, so that what it takes from the server's processors is little and the same for
 * everybody who is measured. Confined to the thread that calls {@link #run}.
 */
final class LoadClient implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final int port;
    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();

    private record Timer(long at, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.compare(at, other.at);
        }
    }

    LoadClient(int port) throws IOException {
        this.port = port;
    }

    /**
     * Begins to connect.
     *
     * @param path where the endpoint is
     * @param protocol the subprotocol, or nothing
     */
    Socket connect(String path, String protocol, Socket.Listener listener) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + (protocol.isEmpty() ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n") + "\r\n";
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Socket socket = new Socket(channel, request, listener);
        socket.register(channel.register(selector, SelectionKey.OP_CONNECT, socket));
        channel.connect(new InetSocketAddress("127.0.0.1", port));
        return socket;
    }

    /** Has something done at a time of {@link System#nanoTime}. */
    void at(long nanos, Runnable action) {
        timers.add(new Timer(nanos, action));
    }

    /** Goes on until something is so; fails where it is not within the time. */
    void run(String what, Duration longest, BooleanSupplier done) throws IOException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!done.getAsBoolean()) {
            long now = System.nanoTime();
            if (now > deadline) {
                throw new IOException(what + ": not within " + longest);
            }
            while (!timers.isEmpty() && timers.peek().at() <= now) {
                timers.poll().action().run();
            }
            long next = timers.isEmpty()
                    ? deadline
                    : Math.min(deadline, timers.peek().at());
            select(Math.max(1, (next - System.nanoTime()) / 1_000_000));
        }
    }

    /** Goes on for a time. */
    void run(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        at(end, () -> {});
        run("time", time.plusSeconds(60), () -> System.nanoTime() >= end);
    }

    private void select(long millis) throws IOException {
        selector.select(millis);
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            Socket socket = (Socket) key.attachment();
            try {
                if (key.isConnectable()) {
                    socket.connected();
                } else if (key.isReadable()) {
                    socket.read(buffer);
                }
            } catch (IOException gone) {
                socket.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
