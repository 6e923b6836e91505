package io.hjx.test;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A network in memory and in virtual time. Confined to the test's thread. */
final class VirtualNetwork implements Network {

    private static final Duration DISORDER = Duration.ofSeconds(1);

    private final VirtualTime time;
    private final Chance chance;
    private boolean up = true;
    private boolean partitioned;
    private boolean stalled;
    private boolean duplicating;
    private Duration delay = Duration.ZERO;
    private Duration jitter = Duration.ZERO;
    private @Nullable Connection connection;
    private Runnable online = () -> {};

    VirtualNetwork(VirtualTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
    }

    // ---- for tests

    @Override
    public void drop() {
        up = false;
        if (connection != null) {
            connection.cut();
        }
        time.settle();
    }

    @Override
    public void reconnect() {
        if (partitioned && connection != null) {
            connection.cut();
        }
        up = true;
        partitioned = false;
        online.run();
        time.settle();
    }

    @Override
    public void partition() {
        partitioned = true;
    }

    @Override
    public void stall() {
        stalled = true;
    }

    @Override
    public void resume() {
        stalled = false;
        if (connection != null) {
            connection.resume();
        }
        time.settle();
    }

    @Override
    public void delay(Duration time) {
        delay = time;
    }

    @Override
    public void reorder() {
        jitter = DISORDER;
    }

    @Override
    public void duplicate() {
        duplicating = true;
    }

    @Override
    public void heal() {
        delay = Duration.ZERO;
        jitter = Duration.ZERO;
        duplicating = false;
        if (stalled) {
            resume();
        }
        if (!up || partitioned) {
            reconnect();
        }
    }

    // ---- for connections

    VirtualTime time() {
        return time;
    }

    Chance chance() {
        return chance;
    }

    /** Where the browser hears that the network is back. */
    void onOnline(Runnable listener) {
        online = listener;
    }

    Connection connect(Socket.Listener listener) {
        Connection fresh = new Connection(this, listener);
        connection = fresh;
        return fresh;
    }

    boolean isUp() {
        return up;
    }

    boolean isPartitioned() {
        return partitioned;
    }

    boolean isStalled() {
        return stalled;
    }

    /** How often an action arrives. */
    int copies() {
        return duplicating ? 2 : 1;
    }

    Duration latency() {
        return delay.plus(chance.upTo(jitter));
    }

    @Override
    public String trouble() {
        StringBuilder trouble = new StringBuilder();
        trouble.append(up ? "" : "dropped ");
        trouble.append(partitioned ? "partitioned " : "");
        trouble.append(stalled ? "stalled " : "");
        return trouble.toString().strip();
    }
}
