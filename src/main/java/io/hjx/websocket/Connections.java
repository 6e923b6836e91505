package io.hjx.websocket;

import io.hjx.channels.LiveChannels;
import io.hjx.json.FrameBounds;
import io.hjx.json.ProtocolKeys;
import io.hjx.messages.LiveMessageServer;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.IdGenerator;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/** Where sessions become connections of the runtime, of the message server, or of a channel. Thread-safe. */
public final class Connections {

    private final SocketSettings settings;
    private final LiveRuntime runtime;
    private final LiveMessageServer messages;
    private final LiveChannels channels;
    private final PatientThreads threads;
    private final IdGenerator ids;
    private volatile boolean closed;

    /** @param ids what pings say */
    public Connections(
            SocketSettings settings,
            LiveRuntime runtime,
            LiveMessageServer messages,
            LiveChannels channels,
            PatientThreads threads,
            IdGenerator ids) {
        this.settings = settings;
        this.runtime = runtime;
        this.messages = messages;
        this.channels = channels;
        this.threads = threads;
        this.ids = ids;
    }

    /** Opens the connection of a session; null where it is closed again at once. */
    @Nullable Incoming open(Session session, Dialect plain) {
        if (settings.quietTyrus()) {
            TyrusIdleTimer.silence(session);
        }
        WebSocketTransport transport = new WebSocketTransport(session, threads, SendWindow.of(session, ids));
        Handshake handshake = Handshake.takeFrom(session.getUserProperties());
        if (closed) {
            transport.close(CloseCode.GOING_AWAY, "the server is stopping");
            return null;
        }
        if (handshake == null || !handshake.place().take()) {
            transport.close(CloseCode.TRY_AGAIN_LATER, "no place is left");
            return null;
        }
        return connect(handshake, dialect(session.getNegotiatedSubprotocol(), plain), transport);
    }

    private static Dialect dialect(@Nullable String subprotocol, Dialect plain) {
        return subprotocol == null
                ? plain
                : switch (subprotocol) {
                    case ProtocolKeys.SUBPROTOCOL_V1 -> Dialect.V1;
                    case ProtocolKeys.SUBPROTOCOL_V1_CBOR -> Dialect.V1_CBOR;
                    default -> plain;
                };
    }

    private Incoming connect(Handshake handshake, Dialect dialect, WebSocketTransport transport) {
        try {
            return connection(handshake, dialect, transport);
        } catch (RuntimeException e) {
            // Nobody else knows of the place yet
            handshake.place().release();
            throw e;
        }
    }

    private Incoming connection(Handshake handshake, Dialect dialect, WebSocketTransport transport) {
        FrameBounds frame = settings.frame();
        Handshake.Destination destination = handshake.destination();
        if (destination instanceof Handshake.Messages to) {
            return new MessageSocket(frame, transport, handshake.place(), messages.connect(to.claim(), transport));
        }
        if (destination instanceof Handshake.ToChannel to) {
            return new ChannelSocket(frame, transport, handshake.place(), channels.connect(to.request(), transport));
        }
        return new Connection(
                dialect,
                frame,
                transport,
                handshake.place(),
                runtime.connect(handshake.info((Handshake.Live) destination, dialect), transport));
    }

    /** Refuses whatever comes from now on; the open connections are closed by whom they belong to. */
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
