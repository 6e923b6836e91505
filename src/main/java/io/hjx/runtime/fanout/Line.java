package io.hjx.runtime.fanout;

import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.Ticker;
import io.hjx.runtime.spi.Transport;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection as the traffic that it may have: what it sends counts against its rates, what it is sent leaves one
 * frame at a time, and it must show that it is there. Thread-safe, but for {@link #admits}, which its owner guards.
 */
public final class Line {

    private final Transport transport;
    private final Ticker ticker;
    private final RuntimeSettings.Traffic bounds;
    private final Owner owner;
    private final Outbox outbox;
    private final UserRates.Part user;
    private final AtomicLong received = new AtomicLong();

    /** Guarded by the owner. */
    private final TokenBucket bucket;

    /** Written by whoever hears from the client, read by the heartbeat. */
    private volatile long heardAt;

    /** Confined to the heartbeat. */
    private long pingedAt;

    /** Who ends the connection, and forgets what it was, when it may not go on. */
    @FunctionalInterface
    public interface Owner {
        void close(CloseCode code, String reason);
    }

    /** A connection that has just opened; it counts among those of its user until {@link #left}. */
    public Line(
            Transport transport,
            Executor executor,
            Ticker ticker,
            RuntimeSettings.Traffic bounds,
            UserRates.Part user,
            Owner owner) {
        this.transport = transport;
        this.ticker = ticker;
        this.bounds = bounds;
        this.owner = owner;
        this.user = user;
        this.outbox = new Outbox(transport, executor, ticker, bounds.queued());
        long now = ticker.nanos();
        this.bucket = new TokenBucket(bounds.client(), now);
        this.heardAt = now;
        this.pingedAt = now;
    }

    /** Counts a message, good or bad; false where it is not to be looked at: one too many, or the end was before. */
    public boolean admits() {
        heard();
        received.incrementAndGet();
        if (outbox.closed()) {
            return false;
        }
        if (!bucket.take(heardAt)) {
            owner.close(CloseCode.POLICY, "too many messages");
            return false;
        }
        if (!user.take(heardAt)) {
            owner.close(CloseCode.POLICY, "too many messages of one user");
            return false;
        }
        return true;
    }

    /** The client has shown that it is there, by a message or by answering a ping. */
    public void heard() {
        heardAt = ticker.nanos();
    }

    /**
     * Looks after the connection: pings it each period, and closes it where it has been silent for two, or does not
     * take what it is sent. Called by one thread at a time, about each second.
     */
    public void beat(long nanos) {
        if (outbox.stuck(bounds.sendTimeout())) {
            owner.close(CloseCode.TRY_AGAIN_LATER, "too slow");
        } else if (nanos - heardAt > 2 * bounds.heartbeat().toNanos()) {
            owner.close(CloseCode.GOING_AWAY, "silent for too long");
        } else if (nanos - pingedAt >= bounds.heartbeat().toNanos()) {
            pingedAt = nanos;
            transport.ping();
        }
    }

    /** The connection is gone; called once. */
    public void left() {
        outbox.discard();
        user.leave();
    }

    public Outbox outbox() {
        return outbox;
    }

    /** The frames that the client has sent, good or bad. */
    long received() {
        return received.get();
    }
}
