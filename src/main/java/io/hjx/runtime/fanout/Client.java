package io.hjx.runtime.fanout;

import io.hjx.runtime.instance.Rejection;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.ClientMessage.Target;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.Frame;
import io.hjx.runtime.protocol.ServerMessage;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.Ticker;
import io.hjx.runtime.spi.Transport;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection: what it says goes to instances, what they publish goes to its outbox. Thread-safe; nothing here
 * waits.
 *
 * <p>What the client says is handled under this object's lock, one message after the other. Mailboxes never take that
 * lock to publish; they take it only to say that an instance has ended.
 */
public final class Client {

    private final Hub hub;
    private final String id;
    private final ConnectionInfo info;
    private final Consumer<Client> onClosed;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final long openedAt;
    private final long openedMillis;

    /** What it may send is guarded by this. */
    private final Line line;

    /** Guarded by this. */
    private final Dialogue dialogue;

    /** Guarded by this. */
    private boolean closed;

    /** Guarded by this: what it followed when it was closed. */
    private @Nullable Target lastTarget;

    /** False while the client has to say who it is. Written under this object's lock, read by the heartbeat. */
    private volatile boolean greeted;

    /**
     * A connection that has just opened; {@link #open} begins the conversation.
     *
     * @param id no other connection has the same
     */
    public Client(Hub hub, String id, ConnectionInfo info, Transport transport, Consumer<Client> onClosed) {
        this.hub = hub;
        this.id = id;
        this.info = info;
        this.onClosed = onClosed;
        Ticker ticker = hub.environment().ticker();
        this.openedAt = ticker.nanos();
        this.openedMillis = ticker.currentMillis();
        this.dialogue = info.dialect().isV1() ? new V1Dialogue(this) : new PlainDialogue(this);
        this.greeted = !info.dialect().isV1();
        // Last, for who has joined must leave
        UserRates.Part user = hub.userRates().join(info.principal(), bounds().user(), openedAt);
        this.line = new Line(transport, hub.environment().executor(), ticker, bounds(), user, this::close);
    }

    /** Says what the server says by itself. */
    public synchronized void open() {
        dialogue.open();
    }

    /** Takes a message, and may go on with what it leads to; the caller must hold no lock. */
    public void receive(ClientMessage message) {
        hub.environment().executor().run(() -> take(message));
    }

    private synchronized void take(ClientMessage message) {
        if (line.admits()) {
            dialogue.receive(message);
        }
    }

    /** Answers a frame that was no message; it counts against the client's rate all the same. */
    public synchronized void refuse(ServerMessage.Failure failure) {
        if (line.admits()) {
            send(failure);
        }
    }

    /** The client has shown that it is there, by answering a ping. */
    public void heard() {
        line.heard();
    }

    /** The connection has ended, whoever ended it. Harmless when already told. */
    public void closed() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            line.left();
            lastTarget = dialogue.target();
            dialogue.closed();
        }
        onClosed.accept(this);
    }

    /** A component's file has other faults now; told while developing. */
    public synchronized void faultsChanged(String component) {
        if (!closed) {
            dialogue.faultsChanged(component);
        }
    }

    /** Ends the connection; what waits to be sent is dropped. */
    public void close(CloseCode code, String reason) {
        outbox().close(code, reason);
        closed();
    }

    /** Sends an event that belongs to no instance. */
    public void send(Frame frame) {
        outbox().send(frame);
    }

    /** Looks after the connection, which must say who it is. Called by one thread at a time, about each second. */
    public void beat(long nanos) {
        if (!greeted && nanos - openedAt > bounds().hello().toNanos()) {
            close(CloseCode.POLICY, "no hello in time");
        } else {
            line.beat(nanos);
        }
    }

    /** Which connection it is. */
    public String id() {
        return id;
    }

    /** When it opened, in milliseconds since 1970. */
    public long openedMillis() {
        return openedMillis;
    }

    /** The instance that it follows or followed at its end, the first where there are several; null where none. */
    public synchronized @Nullable Target target() {
        return closed ? lastTarget : dialogue.target();
    }

    public ConnectionInfo info() {
        return info;
    }

    /** The frames that the client has sent, good or bad. */
    public long received() {
        return line.received();
    }

    /** The frames that have been sent to the client. */
    public long sent() {
        return outbox().sent();
    }

    /** What waits to be sent to the client: frames, and subscriptions with news. */
    public int queued() {
        return outbox().waiting();
    }

    Hub hub() {
        return hub;
    }

    Outbox outbox() {
        return line.outbox();
    }

    RuntimeSettings.Traffic bounds() {
        return hub.environment().settings().traffic();
    }

    void tooSlow() {
        // Not on the caller's thread: it may be a mailbox, and closing takes this client's lock
        hub.environment().executor().execute(() -> close(CloseCode.TRY_AGAIN_LATER, "too slow"));
    }

    /** The client has said who it is. */
    void greeted() {
        greeted = true;
    }

    /** Another connection is this client now. */
    void replace() {
        // Not under the other connection's lock, in which the caller is
        hub.environment().executor().execute(() -> close(CloseCode.REPLACED, "connected again elsewhere"));
    }

    /** Counts a numbered event; false where too many are without an answer. */
    boolean expectAnswer() {
        if (unanswered.get() >= bounds().unacknowledged()) {
            return false;
        }
        unanswered.incrementAndGet();
        return true;
    }

    void answered() {
        unanswered.decrementAndGet();
    }

    void ended(Subscription subscription, Rejection reason) {
        hub.environment().executor().execute(() -> {
            synchronized (this) {
                if (!closed) {
                    dialogue.ended(subscription, reason);
                }
            }
        });
    }

    void send(ServerMessage message) {
        outbox().send(hub.encoder().frame(info.dialect(), message));
    }

    void fail(@Nullable Long id, @Nullable Integer sub, ErrorCode code, String message) {
        fail(id, sub, Rejection.of(code, message));
    }

    void fail(@Nullable Long id, @Nullable Integer sub, Rejection rejection) {
        send(new ServerMessage.Failure(id, sub, rejection.code(), rejection.message(), null));
    }
}
