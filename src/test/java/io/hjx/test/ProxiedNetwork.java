package io.hjx.test;

import io.hjx.test.FaultyProxy.Direction;
import java.time.Duration;

/** A real network: the way through a proxy of its own. Confined to the test's thread. */
public final class ProxiedNetwork implements Network {

    private static final Duration DISORDER = Duration.ofSeconds(1);

    private final FaultyProxy proxy;
    private final Chance chance;
    private boolean up = true;
    private boolean partitioned;
    private boolean stalled;
    private boolean duplicating;
    private Runnable online = () -> {};

    ProxiedNetwork(FaultyProxy proxy, Chance chance) {
        this.proxy = proxy;
        this.chance = chance;
    }

    /** Where the browser hears that the network is back. */
    void onOnline(Runnable listener) {
        online = listener;
    }

    int copies() {
        return duplicating ? 2 : 1;
    }

    /** Breaks the connection before the next thing that the browser says arrives, or within that. */
    public void cutOnTheWayUp(int bytes) {
        proxy.cutAfter(Direction.UP, bytes);
    }

    /** Breaks the connection before the next thing that the server says arrives, or within that. */
    public void cutOnTheWayDown(int bytes) {
        proxy.cutAfter(Direction.DOWN, bytes);
    }

    /** Ends what the server hears: it is told that nothing more comes. */
    public void closeWayUp() {
        proxy.halfClose(Direction.UP);
    }

    /** Ends what the browser hears: it is told that nothing more comes. */
    public void closeWayDown() {
        proxy.halfClose(Direction.DOWN);
    }

    /** How often the connection was cut on its way. */
    public int cuts() {
        return proxy.cuts();
    }

    @Override
    public void drop() {
        up = false;
        proxy.refuse(true);
    }

    @Override
    public void reconnect() {
        if (partitioned) {
            proxy.reset();
        }
        up = true;
        partitioned = false;
        proxy.refuse(false);
        proxy.swallow(false);
        online.run();
    }

    @Override
    public void partition() {
        partitioned = true;
        proxy.swallow(true);
    }

    @Override
    public void stall() {
        stalled = true;
        proxy.stall(true);
    }

    @Override
    public void resume() {
        stalled = false;
        proxy.stall(false);
    }

    @Override
    public void delay(Duration time) {
        proxy.delay(time);
    }

    /** By chance once for all messages, since bytes know of none. */
    @Override
    public void reorder() {
        proxy.delay(chance.upTo(DISORDER));
    }

    @Override
    public void duplicate() {
        duplicating = true;
    }

    @Override
    public void heal() {
        proxy.delay(Duration.ZERO);
        proxy.cutNoMore();
        duplicating = false;
        if (stalled) {
            resume();
        }
        if (!up || partitioned) {
            reconnect();
        }
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
