package io.hjx.websocket;

import io.hjx.runtime.spi.IdGenerator;
import io.hjx.runtime.spi.Transport.Completion;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How much may be on its way to a client that has not shown that it reads. Thread-safe; never waits.
 *
 * <p>Tyrus says that a frame has left as soon as its server has queued it, and queues 27 MB for one client that does
 * not read. So behind every {@value #STEP} characters goes a ping, whose answer says that all before it has arrived;
 * with {@value #LIMIT} unanswered, the last frame does not count as sent until answers have come. What a ping says
 * cannot be guessed: who does not read cannot answer.
 */
final class SendWindow {

    /** The characters that may be on their way before the next frame has to wait; one frame may have more. */
    static final int LIMIT = 256 * 1024;

    /** The characters between two pings: few enough that a slow client answers one within the send time. */
    static final int STEP = 64 * 1024;

    private final RemoteEndpoint remote;
    private final IdGenerator ids;

    /** The pings without an answer, oldest first. Guarded by this. */
    private final Deque<Mark> marks = new ArrayDeque<>(LIMIT / STEP);

    /** Characters since the beginning. Guarded by this. */
    private long sent;

    /** Guarded by this. */
    private long marked;

    /** Guarded by this. */
    private long arrived;

    /** Guarded by this. */
    private @Nullable Completion held;

    /** Guarded by this. */
    private boolean closed;

    /** @param ids what pings say */
    SendWindow(RemoteEndpoint remote, IdGenerator ids) {
        this.remote = remote;
        this.ids = ids;
    }

    /** A ping, and how much was sent before it. */
    private record Mark(ByteBuffer payload, long sent) {}

    /** The window of a session; null where the server itself knows when a frame has left. */
    static @Nullable SendWindow of(Session session, IdGenerator ids) {
        return TyrusIdleTimer.isTyrus(session) ? new SendWindow(session.getAsyncRemote(), ids) : null;
    }

    /**
     * The server has taken a frame; called when the one before is completed.
     *
     * @param done told when the next frame may follow
     */
    void taken(int characters, Completion done) {
        ByteBuffer ping = null;
        boolean wait;
        synchronized (this) {
            sent += characters;
            if (sent - marked >= STEP && !closed) {
                ping = ByteBuffer.wrap(ids.next().getBytes(StandardCharsets.US_ASCII));
                marks.add(new Mark(ping, sent));
                marked = sent;
            }
            wait = sent - arrived >= LIMIT && !closed;
            held = wait ? done : null;
        }
        // Without pings nothing would tell any more how much is on its way
        boolean lost = ping != null && !send(ping);
        if (lost) {
            close();
        }
        if (!wait) {
            done.completed(!lost);
        }
    }

    private boolean send(ByteBuffer ping) {
        try {
            remote.sendPing(ping.duplicate());
            return true;
        } catch (IOException | RuntimeException gone) {
            return false;
        }
    }

    /** A ping has been answered, maybe one of the heartbeat. */
    void answered(ByteBuffer payload) {
        Completion next = null;
        synchronized (this) {
            if (marks.stream().noneMatch(mark -> mark.payload.equals(payload))) {
                return;
            }
            Mark mark;
            do {
                mark = marks.remove();
            } while (!mark.payload.equals(payload));
            arrived = mark.sent;
            if (sent - arrived < LIMIT) {
                next = held;
                held = null;
            }
        }
        if (next != null) {
            next.completed(true);
        }
    }

    /** Nothing will be answered any more. */
    void close() {
        Completion last;
        synchronized (this) {
            closed = true;
            last = held;
            held = null;
        }
        if (last != null) {
            last.completed(false);
        }
    }
}
