package io.hjx.runtime.fanout;

import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.Ticker;
import io.hjx.runtime.spi.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one connection still has to send: one frame on its way, sources that have news, and a few frames of the
 * connection itself. Thread-safe; never blocks, and never sends from within another send.
 */
public final class Outbox {

    /*
     * Servers differ in everything about sending: some throw when a second frame is sent before the first has left,
     * some queue without a bound; some complete within the call, some on a thread of their own, some never when the
     * client does not read. The outbox makes them equal by asking the least of them: one frame at a time.
     *
     * What waits is not frames but sources (subscriptions) that have news, each at most once. A source makes its frame
     * at the last moment, when the connection is free, from the latest state: a client that is slow by ten versions
     * gets one frame, and what waits for it is a few pointers however long it is slow. Only what has no latest state
     * (events, answers) must queue; the sources count these, and the connection is closed where they become too many.
     *
     * The right to send. `busy` is true while a frame is on its way or some thread is making one. Whoever has news and
     * finds `busy` false sets it and becomes the sender; everybody else leaves the news and goes. The lock guards the
     * queues and `busy` for a few instructions; encoding and sending happen outside of it, by the one who has set
     * `busy`. What belongs to the sender (the prepared frames, the sources' positions) needs no lock of its own: the
     * sender writes `busy` false, the next one reads it, both under the lock.
     *
     * Completions. Each frame has a `Flight`, which learns of the return of `send` and of the completion. If the
     * completion comes first, within `send` or on another thread, the sender's loop simply goes on when `send` returns;
     * if `send` returns first, the sender leaves and the completion's thread becomes the sender. So a server that
     * completes within `send` makes a loop here, not a recursion, and no frame is sent before the last one is done. A
     * completion that comes twice is ignored.
     *
     * A sender that finds ever more news serves at most TURN frames and then goes on as a task of the executor: the
     * thread may be the mailbox of an instance with other clients to serve.
     */

    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final int TURN = 64;
    private static final long NEVER = Long.MIN_VALUE;

    /** Something that makes frames when asked. */
    public interface Source {

        /**
         * Adds the frames that bring the client up to date, none where there is no news any more. Called by one thread
         * at a time.
         */
        void prepare(Deque<Frame> frames);
    }

    private final Transport transport;
    private final Executor executor;
    private final Ticker ticker;
    private final int bound;

    /** Sources with news. Guarded by this. */
    private final Deque<Source> pending = new ArrayDeque<>(2);

    /** Frames of the connection itself: they come before any news. Guarded by this. */
    private final Deque<Frame> direct = new ArrayDeque<>(2);

    /** Guarded by this. */
    private boolean busy;

    /** Written under the lock; read without, where being late does no harm. */
    private volatile boolean closed;

    /** Frames that a source has made and that are not sent yet. Owned by the sender. */
    private final Deque<Frame> prepared = new ArrayDeque<>(2);

    /** When the frame on its way was given to the transport, or NEVER. Written by the sender, read by the watchdog. */
    private volatile long sentAt = NEVER;

    /** Guarded by this. */
    private long sent;

    Outbox(Transport transport, Executor executor, Ticker ticker, int bound) {
        this.transport = transport;
        this.executor = executor;
        this.ticker = ticker;
        this.bound = bound;
    }

    /** Notes that a source has news; the source calls this once until it is asked to prepare. */
    public void ready(Source source) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (busy) {
                pending.add(source);
                return;
            }
            busy = true;
        }
        prepare(source);
        pump();
    }

    /** Sends a frame of the connection itself. */
    void send(Frame frame) {
        boolean full;
        synchronized (this) {
            if (closed) {
                return;
            }
            full = direct.size() >= bound;
            if (!full) {
                direct.add(frame);
                if (busy) {
                    return;
                }
                busy = true;
            }
        }
        if (full) {
            close(CloseCode.TRY_AGAIN_LATER, "too slow");
        } else {
            pump();
        }
    }

    /** Closes the connection at once; what waits is dropped. */
    public void close(CloseCode code, String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            pending.clear();
            direct.clear();
        }
        transport.close(code, reason);
    }

    /** The connection is gone already. */
    synchronized void discard() {
        closed = true;
        pending.clear();
        direct.clear();
    }

    public boolean closed() {
        return closed;
    }

    /** True where a frame has been on its way for longer than that. */
    boolean stuck(Duration longest) {
        long since = sentAt;
        return since != NEVER && ticker.nanos() - since > longest.toNanos();
    }

    /** The frames that have been given to the transport. */
    synchronized long sent() {
        return sent;
    }

    /** The frames of the connection itself that wait, and the sources with news. */
    synchronized int waiting() {
        return direct.size() + pending.size();
    }

    /** The sender's loop: called by who has just set {@code busy}. */
    private void pump() {
        for (int count = 0; count < TURN; count++) {
            Frame frame = next();
            if (frame == null) {
                return;
            }
            if (!fly(frame)) {
                return;
            }
        }
        try {
            executor.execute(this::pump);
        } catch (RejectedExecutionException e) {
            close(CloseCode.GOING_AWAY, "the server is stopping");
        }
    }

    /** The next frame, or null after giving up the right to send. */
    private @Nullable Frame next() {
        for (; ; ) {
            Source source;
            synchronized (this) {
                if (closed) {
                    return null;
                }
                Frame frame = direct.poll();
                if (frame == null) {
                    frame = prepared.poll();
                }
                if (frame != null) {
                    sent++;
                    return frame;
                }
                source = pending.poll();
                if (source == null) {
                    busy = false;
                    return null;
                }
            }
            prepare(source);
        }
    }

    private void prepare(Source source) {
        try {
            source.prepare(prepared);
        } catch (Throwable e) {
            LOG.log(Level.ERROR, "a frame could not be made", e);
            close(CloseCode.TRY_AGAIN_LATER, "internal error");
        }
    }

    /** Sends a frame; true where it is done already and this thread is still the sender. */
    private boolean fly(Frame frame) {
        Flight flight = new Flight();
        sentAt = ticker.nanos();
        transport.send(frame, flight);
        return flight.isOver();
    }

    private void landed(boolean ok) {
        sentAt = NEVER;
        if (!ok) {
            close(CloseCode.TRY_AGAIN_LATER, "a frame could not be sent");
        }
    }

    /**
     * A frame on its way, and which of the two came first: the return of {@code send} or the completion. Of several
     * completions one claims the flight, and the others do nothing.
     */
    private final class Flight extends AtomicInteger implements Transport.Completion {

        private static final long serialVersionUID = 1L;
        private static final int RETURNED = 1;
        private static final int CLAIMED = 2;
        private static final int COMPLETED = 4;

        /** Called by the sender when {@code send} has returned: true where the completion came before. */
        boolean isOver() {
            return (getAndAdd(RETURNED) & COMPLETED) != 0;
        }

        @Override
        public void completed(boolean ok) {
            if ((getAndUpdate(state -> state | CLAIMED) & CLAIMED) != 0) {
                return;
            }
            // Before the sender learns of it: the next frame's flight must not be taken for this one
            landed(ok);
            if ((getAndAdd(COMPLETED) & RETURNED) != 0) {
                pump();
            }
        }
    }
}
