package io.hjx.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * A way of bytes to a port of this host, on which everything goes wrong that may: it knows TCP alone, and cuts where
 * messages, frames and handshakes do not end. Thread-safe; each direction of a connection has a thread.
 */
final class FaultyProxy implements AutoCloseable {

    private static final int CHUNK = 2_048;

    /** Which way bytes go. */
    enum Direction {
        UP,
        DOWN
    }

    private final InetSocketAddress target;
    private final Executor threads;
    private final ServerSocket door;

    // Everything below is guarded by this

    private final Set<Link> links = new HashSet<>();
    private final Map<Direction, Integer> lastBytes = new EnumMap<>(Direction.class);
    private boolean refusing;
    private boolean stalled;
    private boolean swallowing;
    private Duration delay = Duration.ZERO;
    private int cuts;

    /**
     * Opens the proxy at a port of its own.
     *
     * @param threads runs each task on a thread of its own
     */
    FaultyProxy(int targetPort, Executor threads) throws IOException {
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        this.threads = threads;
        this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    // ---- faults

    /** Resets all connections, and every new one until told otherwise. */
    synchronized void refuse(boolean now) {
        refusing = now;
        if (now) {
            reset();
        }
    }

    /** Resets all connections. */
    synchronized void reset() {
        List.copyOf(links).forEach(Link::reset);
    }

    /** Takes nothing more from the server, or goes on. */
    synchronized void stall(boolean now) {
        stalled = now;
        notifyAll();
    }

    /** Loses everything in either direction, and tells nobody. What has lost something is of no use ever after. */
    synchronized void swallow(boolean now) {
        swallowing = now;
    }

    /** Makes whatever arrives at one time take so long. */
    synchronized void delay(Duration time) {
        delay = time;
        notifyAll();
    }

    /**
     * Lets some more bytes through in a direction, then resets the connection: with none upwards, the server never
     * learns what comes next; with none downwards, it does it, and the client does not learn of that.
     */
    synchronized void cutAfter(Direction direction, int bytes) {
        lastBytes.put(direction, bytes);
    }

    /** Takes back what {@link #cutAfter} has not come to. */
    synchronized void cutNoMore() {
        lastBytes.clear();
    }

    /** Ends one direction of all connections, as a half that has said everything does. */
    synchronized void halfClose(Direction direction) {
        List.copyOf(links).forEach(link -> link.halfClose(direction));
    }

    /** How many connections were cut within what was on its way. */
    synchronized int cuts() {
        return cuts;
    }

    @Override
    public void close() throws IOException {
        door.close();
        refuse(true);
        stall(false);
    }

    // ---- bytes

    private void accept() {
        while (!door.isClosed()) {
            try {
                open(new Link(door.accept()));
            } catch (IOException closed) {
                // By the test, or by the client before it began
            }
        }
    }

    private void open(Link link) {
        try {
            link.server.connect(target);
        } catch (IOException noServer) {
            link.reset();
            return;
        }
        synchronized (this) {
            links.add(link);
            if (refusing) {
                link.reset();
                return;
            }
        }
        threads.execute(() -> link.pump(Direction.UP));
        threads.execute(() -> link.pump(Direction.DOWN));
    }

    /** Waits until a direction may be read. */
    private synchronized void awaitFlow(Link link, Direction direction) throws InterruptedException {
        while (stalled && direction == Direction.DOWN && links.contains(link)) {
            wait();
        }
    }

    /** Waits as long as the way takes now. */
    private synchronized void awaitArrival(Link link, long since) throws InterruptedException {
        long left = delay.toNanos();
        while (left > 0 && links.contains(link)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = delay.toNanos() - (System.nanoTime() - since);
        }
    }

    /** How many of these bytes get through; fewer than all where the connection is cut behind them. */
    private synchronized int allowed(Direction direction, int bytes) {
        if (swallowing) {
            return 0;
        }
        Integer last = lastBytes.get(direction);
        if (last == null) {
            return bytes;
        }
        lastBytes.put(direction, last - Math.min(last, bytes));
        return Math.min(last, bytes);
    }

    private synchronized boolean lost(Direction direction) {
        boolean cut = !swallowing && lastBytes.remove(direction) != null;
        cuts += cut ? 1 : 0;
        return !cut;
    }

    private synchronized void forget(Link link) {
        links.remove(link);
        notifyAll();
    }

    /** One connection: a socket to the client, one to the server. */
    private final class Link {

        private final Socket client;
        private final Socket server = new Socket();

        Link(Socket client) {
            this.client = client;
        }

        private Socket from(Direction direction) {
            return direction == Direction.UP ? client : server;
        }

        private Socket to(Direction direction) {
            return direction == Direction.UP ? server : client;
        }

        void pump(Direction direction) {
            try {
                copy(direction);
                halfClose(direction);
            } catch (IOException broken) {
                reset();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                reset();
            }
        }

        private void copy(Direction direction) throws IOException, InterruptedException {
            InputStream in = from(direction).getInputStream();
            byte[] buffer = new byte[CHUNK];
            awaitFlow(this, direction);
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitArrival(this, System.nanoTime());
                awaitFlow(this, direction);
                int through = allowed(direction, count);
                if (through > 0) {
                    to(direction).getOutputStream().write(buffer, 0, through);
                }
                if (through < count && !lost(direction)) {
                    throw new IOException("cut");
                }
            }
        }

        void halfClose(Direction direction) {
            try {
                to(direction).shutdownOutput();
                if (from(direction).isOutputShutdown()) {
                    reset();
                }
            } catch (IOException broken) {
                reset();
            }
        }

        void reset() {
            forget(this);
            for (Socket end : List.of(client, server)) {
                try {
                    // With nothing to linger for, a close is a reset
                    end.setSoLinger(true, 0);
                    end.close();
                } catch (IOException gone) {
                    // That is what was wanted
                }
            }
        }
    }
}
