package io.hjx.websocket;

import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.Transport;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A WebSocket session as the runtime's way out, and the only user of its remote end. Thread-safe.
 *
 * <p>Servers differ in what a send may do: complete on the caller's thread before it returns (Tyrus, at times
 * Undertow), throw in place of completing (Tomcat), or report a failure (Liberty). All of it becomes exactly one
 * completion. Closing writes to the network and may wait for a client that does not read, so that it is left to the
 * executor.
 */
final class WebSocketTransport implements Transport {

    /** What RFC 6455 leaves of a control frame for the reason, in bytes. */
    private static final int REASON_BYTES = 123;

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final Executor executor;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean sending;

    WebSocketTransport(Session session, Executor executor) {
        this.session = session;
        this.remote = session.getAsyncRemote();
        this.executor = executor;
    }

    @Override
    public void send(String frame, Completion done) {
        AtomicBoolean pending = new AtomicBoolean(true);
        if (closed.get()) {
            finish(pending, done, false);
            return;
        }
        sending = true;
        try {
            remote.sendText(frame, result -> finish(pending, done, result.isOK()));
        } catch (RuntimeException refused) {
            finish(pending, done, false);
        }
    }

    private void finish(AtomicBoolean pending, Completion done, boolean ok) {
        if (pending.compareAndSet(true, false)) {
            sending = false;
            done.completed(ok);
        }
    }

    @Override
    public void ping() {
        if (sending || closed.get()) {
            return; // whether the frame under way arrives is known soon enough
        }
        try {
            remote.sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException gone) {
            close(CloseCode.GOING_AWAY, "");
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (closed.compareAndSet(false, true)) {
            CloseReason why = new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number()), cut(reason));
            try {
                executor.execute(() -> close(why));
            } catch (RejectedExecutionException stopping) {
                close(why);
            }
        }
    }

    private void close(CloseReason why) {
        try {
            session.close(why);
        } catch (IOException | RuntimeException gone) {
            // Nobody is left to tell
        }
    }

    /** Reasons are ours and ASCII; one that is too long must not keep the connection open. */
    private static String cut(String reason) {
        return reason.length() <= REASON_BYTES ? reason : reason.substring(0, REASON_BYTES);
    }
}
