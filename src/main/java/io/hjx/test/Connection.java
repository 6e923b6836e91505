package io.hjx.test;

import io.hjx.runtime.fanout.Client;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.Transport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket in memory, both ends of it. Frames of a direction arrive in their order, when the network lets them;
 * behind a break none does.
 */
final class Connection implements Socket, Transport {

    private final VirtualNetwork network;
    private final Listener listener;
    private final Lane up;
    private final Lane down;
    private @Nullable ServerProcess server;
    private @Nullable Client client;

    /** Whether the browser has done with it. */
    private boolean over;

    /** Whether the server has. */
    private boolean gone;

    /** What has arrived while the browser does not read. */
    private final Deque<Runnable> unread = new ArrayDeque<>();

    /** What the server waits for meanwhile. */
    private final Deque<Completion> unsent = new ArrayDeque<>();

    Connection(VirtualNetwork network, Listener listener) {
        this.network = network;
        this.listener = listener;
        this.up = new Lane();
        this.down = new Lane();
    }

    /** One direction. */
    private final class Lane {

        private long last;

        /** Lets something arrive behind all before it. */
        void carry(Runnable arrival) {
            if (!network.isPartitioned()) {
                last = Math.max(last, network.time().nanos() + network.latency().toNanos());
                network.time().at(last, arrival);
            }
        }
    }

    /** Shakes hands with a server; null where there is none. */
    void open(@Nullable ServerProcess process, ConnectionInfo info) {
        up.carry(() -> {
            if (process == null || !network.isUp()) {
                end(ABNORMAL);
            } else if (!over) {
                server = process;
                down.carry(() -> read(listener::opened));
                client = process.connect(info, this);
            }
        });
    }

    // ---- the browser's end

    @Override
    public void send(String frame) {
        up.carry(() -> {
            if (client != null) {
                ServerProcess.receive(client, frame);
            }
        });
    }

    @Override
    public void sendAction(String frame) {
        for (int i = network.copies(); i > 0; i--) {
            send(frame);
        }
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            unread.clear();
            up.carry(this::leave);
        }
    }

    /** The browser takes something, when it reads. */
    private void read(Runnable taking) {
        if (network.isStalled()) {
            unread.add(taking);
        } else if (!over) {
            taking.run();
        }
    }

    private void end(int code) {
        if (!over) {
            over = true;
            unread.clear();
            listener.closed(code);
        }
    }

    // ---- the server's end

    @Override
    public void send(Frame frame, Completion done) {
        if (gone) {
            done.completed(false);
            return;
        }
        down.carry(() -> read(() -> listener.received(((Frame.Text) frame).text())));
        if (network.isStalled()) {
            unsent.add(done);
        } else if (network.chance().heads()) {
            // Servers complete a send within the call, or later
            done.completed(true);
        } else {
            network.time().execute(() -> done.completed(!gone));
        }
    }

    @Override
    public void ping() {
        down.carry(() -> read(() -> up.carry(() -> {
            if (client != null) {
                client.heard();
            }
        })));
    }

    @Override
    public void close(CloseCode code, String reason) {
        down.carry(() -> read(() -> end(code.number())));
        network.time().execute(this::leave);
    }

    /** The connection is no more for the server. */
    private void leave() {
        if (gone) {
            return;
        }
        gone = true;
        if (server != null) {
            server.disconnected(this);
        }
        if (client != null) {
            client.closed();
            client = null;
        }
        unsent.forEach(done -> done.completed(false));
        unsent.clear();
    }

    // ---- the network's part

    /** The browser reads again. */
    void resume() {
        for (int waiting = unread.size(); waiting > 0 && !over; waiting--) {
            unread.remove().run();
        }
        List<Completion> sent = List.copyOf(unsent);
        unsent.clear();
        sent.forEach(done -> done.completed(true));
    }

    /** The connection breaks: both ends are told at once, and what was on its way is lost. */
    void cut() {
        leave();
        end(ABNORMAL);
    }
}
