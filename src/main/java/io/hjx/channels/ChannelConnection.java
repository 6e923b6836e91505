package io.hjx.channels;

import io.hjx.api.Channel;
import io.hjx.api.Connection;
import io.hjx.runtime.fanout.Letters;
import io.hjx.runtime.fanout.Line;
import io.hjx.runtime.fanout.UserRates;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.spi.RuntimeSettings.Traffic;
import io.hjx.runtime.spi.Transport;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One connection to a channel: what comes over it, and what leaves. Thread-safe; nothing here waits. */
public final class ChannelConnection implements Connection {

    private static final System.Logger LOG = System.getLogger("io.hjx.channels");

    /** Characters that wait to be sent over one connection. */
    private static final int MAX_WAITING_TEXT = 1 << 20;

    private final ChannelRequest request;
    private final String id;
    private final Channel channel;
    private final Consumer<ChannelConnection> onClosed;
    private final Line line;
    private final Letters letters;
    private final Callbacks callbacks;

    /** Whether the channel wants to hear no more messages. */
    private volatile boolean dismissed;

    /** Guarded by this. */
    private boolean closed;

    /** A user of the container as Java knows users. */
    private record User(String getName) implements Principal {}

    /** Something that a channel does. */
    private interface Callback {
        void run() throws Exception;
    }

    ChannelConnection(
            String id,
            ChannelRequest request,
            Channel channel,
            Transport transport,
            Ports ports,
            Traffic traffic,
            UserRates.Part user,
            Consumer<ChannelConnection> onClosed) {
        this.request = request;
        this.id = id;
        this.channel = channel;
        this.onClosed = onClosed;
        this.line = new Line(transport, ports.sending(), ports.ticker(), traffic, user, this::close);
        this.letters = new Letters(line.outbox(), traffic.queued(), MAX_WAITING_TEXT);
        this.callbacks = new Callbacks(ports.handling());
    }

    /** Tells the channel of the connection. */
    void open() {
        letters.open(List.of());
        callbacks.add(() -> {
            if (!call("onConnect", () -> channel.onConnect(this))) {
                close(CloseCode.TRY_AGAIN_LATER, "internal error");
            }
        });
    }

    /** Takes a message of the client. */
    public void receive(String text) {
        if (!admits()) {
            return;
        }
        if (!callbacks.offer(() -> tell(text), text.length())) {
            close(CloseCode.TRY_AGAIN_LATER, "too many messages wait");
        }
    }

    private synchronized boolean admits() {
        return line.admits();
    }

    private void tell(String text) {
        if (!dismissed) {
            call("onMessage", () -> channel.onMessage(this, text));
        }
    }

    /** The connection has a fault, which ends it where it must. */
    public void failed(Throwable failure) {
        callbacks.offer(() -> tell(failure), 0);
    }

    /** Calls the channel; false where it fails. */
    private boolean call(String what, Callback callback) {
        try {
            callback.run();
            return true;
        } catch (Throwable failure) {
            // Whatever a channel throws concerns this one connection
            LOG.log(System.Logger.Level.ERROR, what + " of the channel " + request.path() + " failed", failure);
            tell(failure);
            return false;
        }
    }

    private void tell(Throwable failure) {
        try {
            channel.onError(this, failure);
        } catch (Throwable another) {
            LOG.log(System.Logger.Level.ERROR, "onError of the channel " + request.path() + " failed", another);
        }
    }

    /** The client has answered a ping. */
    public void heard() {
        line.heard();
    }

    void beat(long nanos) {
        line.beat(nanos);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Map<String, List<String>> headers() {
        return request.headers();
    }

    @Override
    public @Nullable Principal principal() {
        String name = request.principal().name();
        return name == null ? null : new User(name);
    }

    @Override
    public void send(String text) {
        if (!letters.add(Objects.requireNonNull(text, "text"))) {
            close(CloseCode.TRY_AGAIN_LATER, "too slow");
        }
    }

    @Override
    public void close() {
        dismissed = true;
        letters.end();
    }

    /** Ends the connection at once; what waits to be sent is dropped. */
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
        callbacks.add(() -> call("onDisconnect", () -> channel.onDisconnect(this)));
        onClosed.accept(this);
    }

    /** For logs of applications: without what the handshake said. */
    @Override
    public String toString() {
        return "Connection[" + id + "]";
    }
}
