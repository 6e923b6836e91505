package io.hjx.websocket;

import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.spi.Transport;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket session as the runtime's way out, and with its {@link SendWindow} the only user of its remote end.
 * Thread-safe.
 *
 * <p>Servers differ in what a send may do: complete on the caller's thread before it returns (Tyrus, at times
 * Undertow), throw in place of completing (Tomcat), or report a failure (Liberty). All of it becomes a completion.
 * Pings and closes have no asynchronous form: on some servers they wait for a client that does not read, so that they
 * are left to threads that may wait.
 */
final class WebSocketTransport implements Transport {

    /** What RFC 6455 leaves of a control frame for the reason, in bytes. */
    private static final int REASON_BYTES = 123;

    private final Session session;
    private final RemoteEndpoint.Async remote;
    private final PatientThreads threads;
    private final @Nullable SendWindow window;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean pinging = new AtomicBoolean();
    private volatile boolean sending;

    /** @param window null where the server itself knows when a frame has left */
    WebSocketTransport(Session session, PatientThreads threads, @Nullable SendWindow window) {
        this.session = session;
        this.remote = session.getAsyncRemote();
        this.threads = threads;
        this.window = window;
    }

    @Override
    public void send(Frame frame, Completion done) {
        if (closed.get()) {
            done.completed(false);
            return;
        }
        sending = true;
        try {
            SendHandler ended = result -> finish(frame.length(), done, result.isOK());
            if (frame instanceof Frame.Text text) {
                remote.sendText(text.text(), ended);
            } else if (frame instanceof Frame.Binary binary) {
                remote.sendBinary(binary.bytes(), ended);
            }
        } catch (RuntimeException refused) {
            finish(frame.length(), done, false);
        }
    }

    private void finish(int length, Completion done, boolean ok) {
        sending = false;
        if (ok && window != null) {
            window.taken(length, done);
        } else {
            done.completed(ok);
        }
    }

    /** The client has answered a ping. */
    void answered(ByteBuffer payload) {
        if (window != null) {
            window.answered(payload);
        }
    }

    @Override
    public void ping() {
        // Whether the frame under way arrives is known soon enough; one ping that waits is as good as two
        if (sending || closed.get() || !pinging.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.pings().execute(this::sendPing);
        } catch (RejectedExecutionException stopping) {
            pinging.set(false);
        }
    }

    private void sendPing() {
        try {
            if (!sending && !closed.get()) {
                remote.sendPing(ByteBuffer.allocate(0));
            }
        } catch (IOException | RuntimeException gone) {
            close(CloseCode.GOING_AWAY, "");
        } finally {
            pinging.set(false);
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        if (closed.compareAndSet(false, true)) {
            CloseReason why = new CloseReason(CloseReason.CloseCodes.getCloseCode(code.number()), cut(reason));
            try {
                threads.closes().execute(() -> close(why));
            } catch (RejectedExecutionException stopping) {
                close(why);
            }
            if (window != null) {
                window.close();
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
