package io.hjx.test;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way between one user's browser and the server, and what goes wrong on it. At first nothing does, and everything
 * arrives at once.
 *
 * <pre>{@code
 * anna.network().drop();
 * anna.click("+");                 // waits in her browser
 * anna.network().reconnect();      // and is done now, once
 * }</pre>
 */
public final class Network {

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

    Network(VirtualTime time, Chance chance) {
        this.time = time;
        this.chance = chance;
    }

    // ---- for tests

    /** Breaks the connection: both ends know at once, what was on its way is lost, and no attempt succeeds. */
    public void drop() {
        up = false;
        if (connection != null) {
            connection.cut();
        }
        time.settle();
    }

    /** Ends {@link #drop} and {@link #partition}; the browser hears that it is online and tries at once. */
    public void reconnect() {
        if (partitioned && connection != null) {
            connection.cut();
        }
        up = true;
        partitioned = false;
        online.run();
        time.settle();
    }

    /** Lets nothing through in either direction, and tells nobody: only heartbeats find out. */
    public void partition() {
        partitioned = true;
    }

    /** Stops the browser from reading: what the server sends piles up at the server's end. */
    public void stall() {
        stalled = true;
    }

    /** Lets the browser read again. */
    public void resume() {
        stalled = false;
        if (connection != null) {
            connection.resume();
        }
        time.settle();
    }

    /** Makes every message take so long, in either direction. */
    public void delay(Duration time) {
        delay = time;
    }

    /**
     * Makes every message take up to a second more, by chance, so that messages of different users overtake each other.
     * Within a connection they keep their order, as WebSockets do.
     */
    public void reorder() {
        jitter = DISORDER;
    }

    /** Makes every action of the browser arrive twice, as it does where an answer is lost. */
    public void duplicate() {
        duplicating = true;
    }

    /** Ends everything that goes wrong. */
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

    Connection connect(Connection.Listener listener) {
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

    /** What is wrong, for people; empty where nothing is. */
    String trouble() {
        StringBuilder trouble = new StringBuilder();
        trouble.append(up ? "" : "dropped ");
        trouble.append(partitioned ? "partitioned " : "");
        trouble.append(stalled ? "stalled " : "");
        return trouble.toString().strip();
    }
}
