package io.hjx.messages;

import io.hjx.runtime.fanout.Letters;
import io.hjx.runtime.fanout.Line;
import io.hjx.runtime.fanout.UserRates;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.spi.Transport;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection of a source: what comes over it, and what leaves. Thread-safe; nothing here waits. */
public final class MessageConnection {

    private static final System.Logger LOG = System.getLogger("io.hjx.messages");

    /** The faults of one connection that the log tells unasked. */
    private static final int LOGGED_FAULTS = 10;

    private final Claim claim;
    private final MessageCodec codec;
    private final Consumer<MessageConnection> onClosed;
    private final Line line;
    private final Letters letters;

    /** Written once, before anything comes; null where the name was another's. */
    private volatile @Nullable Source source;

    /** Guarded by this. */
    private int faults;

    /** Guarded by this. */
    private boolean closed;

    MessageConnection(
            Claim claim,
            Transport transport,
            Ports ports,
            MessageSettings settings,
            UserRates.Part user,
            Consumer<MessageConnection> onClosed) {
        this.claim = claim;
        this.codec = ports.codec();
        this.onClosed = onClosed;
        this.line = new Line(transport, ports.sending(), ports.ticker(), settings.traffic(), user, this::close);
        this.letters = new Letters(line.outbox(), settings.traffic().queued(), MessageSettings.MAX_WAITING_TEXT);
    }

    void speaksFor(Source newSource) {
        source = newSource;
    }

    @Nullable Source source() {
        return source;
    }

    /** Begins to send. */
    void open(List<String> greeting) {
        letters.open(greeting);
    }

    /** Takes what the client says. */
    public void receive(Envelope envelope) {
        Source speaker = source;
        if (!admits() || speaker == null) {
            return;
        }
        if (envelope instanceof Envelope.Message message) {
            speaker.receive(message);
        } else if (envelope instanceof Envelope.Reply reply) {
            Request request = speaker.withdraw(reply.replyTo());
            if (request != null) {
                request.answered(reply.payload());
            }
        } else if (envelope instanceof Envelope.Failure failure) {
            failed(speaker, failure);
        }
    }

    /** An error is never answered with one: two sides that do would go on for ever. */
    private void failed(Source speaker, Envelope.Failure failure) {
        Request request = failure.replyTo() == null ? null : speaker.withdraw(failure.replyTo());
        if (request != null) {
            request.refused(failure.code(), failure.message());
        } else {
            fault("reports an error");
        }
    }

    /** Answers a frame that means nothing; it counts against the client's rate all the same. */
    public void refuse(ErrorCode code, String message) {
        if (admits()) {
            fault("sent a frame that is refused: " + code.wire());
            send(codec.failure(null, code.wire(), message));
        }
    }

    private synchronized boolean admits() {
        return line.admits();
    }

    private synchronized void fault(String what) {
        System.Logger.Level level = ++faults <= LOGGED_FAULTS ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG;
        LOG.log(level, "The source {0} {1}", claim.source(), what);
    }

    /** The client has answered a ping. */
    public void heard() {
        line.heard();
    }

    void beat(long nanos) {
        line.beat(nanos);
    }

    void send(String frame) {
        if (leave(frame)) {
            wake();
        }
    }

    /** Gives a frame its place among those that are sent; true where {@link #wake} must follow. */
    boolean leave(String frame) {
        Letters.Left left = letters.leave(frame);
        if (left == Letters.Left.TOO_MANY) {
            close(CloseCode.TRY_AGAIN_LATER, "too slow");
        }
        return left == Letters.Left.TO_WAKE;
    }

    void wake() {
        letters.wake();
    }

    /** Ends the connection; what waits to be sent is dropped. */
    public void close(CloseCode code, String reason) {
        line.outbox().close(code, reason);
        closed();
    }

    /** The connection has ended, whoever ended it. Harmless when already told. */
    public void closed() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            line.left();
        }
        onClosed.accept(this);
    }
}
