package io.hjx.websocket;

import io.hjx.json.ProtocolKeys;
import io.hjx.runtime.protocol.CloseCode;
import io.hjx.runtime.protocol.Dialect;
import jakarta.websocket.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The open connections. Thread-safe. */
public final class Connections {

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final SocketSettings settings;
    private final Conversations conversations;
    private final Executor executor;
    private volatile boolean closed;

    public Connections(SocketSettings settings, Conversations conversations, Executor executor) {
        this.settings = settings;
        this.conversations = conversations;
        this.executor = executor;
    }

    /** Opens the connection of a session; null where it is closed again at once. */
    @Nullable Connection open(Session session, Dialect plain) {
        if (settings.quietTyrus()) {
            TyrusIdleTimer.silence(session);
        }
        WebSocketTransport transport = new WebSocketTransport(session, executor);
        Handshake handshake = Handshake.takeFrom(session.getUserProperties());
        if (handshake == null || closed || !handshake.place().take()) {
            transport.close(closed ? CloseCode.GOING_AWAY : CloseCode.TRY_AGAIN_LATER, "Try again.");
            return null;
        }
        boolean v1 = ProtocolKeys.SUBPROTOCOL_V1.equals(session.getNegotiatedSubprotocol());
        Dialect dialect = v1 ? Dialect.V1 : plain;
        Conversation conversation = conversations.begin(handshake, dialect, transport);
        Connection connection =
                new Connection(dialect, settings.frameBytes(), transport, handshake.place(), conversation);
        open.add(connection);
        if (closed) {
            connection.close(CloseCode.GOING_AWAY, "The server is stopping.");
        }
        return connection;
    }

    void closed(Connection connection) {
        open.remove(connection);
        connection.closed();
    }

    /** Closes every connection, and whatever is opened from now on; not every server does so at undeployment. */
    public void close() {
        closed = true;
        open.forEach(connection -> connection.close(CloseCode.GOING_AWAY, "The server is stopping."));
    }

    boolean isClosed() {
        return closed;
    }

    /** How many connections are open. */
    public int size() {
        return open.size();
    }
}
