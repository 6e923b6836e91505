package io.hjx.websocket;

import io.hjx.runtime.protocol.Dialect;
import jakarta.websocket.Session;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An endpoint's connection, once it is open. Thread-safe: servers call an endpoint from changing threads. */
final class ConnectionHolder {

    private final Dialect plain;
    private volatile @Nullable Incoming connection;

    /** @param plain what a connection without subprotocol speaks here */
    ConnectionHolder(Dialect plain) {
        this.plain = plain;
    }

    void open(Connections connections, Session session) {
        connection = connections.open(session, plain);
    }

    /** Does something with the connection; nothing where there is none, because it was refused or has failed early. */
    void with(Consumer<Incoming> action) {
        Incoming current = connection;
        if (current != null) {
            action.accept(current);
        }
    }

    void close() {
        with(Incoming::closed);
        connection = null;
    }
}
