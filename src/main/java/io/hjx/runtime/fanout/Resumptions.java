package io.hjx.runtime.fanout;

import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.IdGenerator;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who may come back as whom: a secret token for each client of {@code hjx.v1}, good while it is connected and for the
 * resume window after, for the same user and browser session only. Thread-safe.
 */
public final class Resumptions {

    /** The most clients that are gone and still known, at about 220 bytes each; who left first is forgotten. */
    private static final int MAX_GONE = 20_000;

    private final IdGenerator ids;
    private final Ticker ticker;
    private final Duration window;

    /** Both by token; guarded by this. */
    private final Map<String, Identified> present = new LinkedHashMap<>();

    private final Map<String, Identified> gone = new LinkedHashMap<>();

    public Resumptions(IdGenerator ids, Ticker ticker, Duration window) {
        this.ids = ids;
        this.ticker = ticker;
        this.window = window;
    }

    /** A client that is known by its token. */
    private static final class Identified {
        private final String id;
        private final @Nullable String user;
        private final @Nullable String session;
        private @Nullable Client connection;
        private long leftNanos;

        Identified(String id, ConnectionInfo info) {
            this.id = id;
            this.user = info.principal().name();
            this.session = info.session();
        }

        boolean matches(ConnectionInfo info) {
            return Objects.equals(user, info.principal().name()) && Objects.equals(session, info.session());
        }
    }

    /**
     * A client's name and secret.
     *
     * @param replaced the connection that has been this client so far, to be closed
     */
    record Greeting(String client, String token, @Nullable Client replaced) {}

    /** A new client. */
    synchronized Greeting welcome(Client connection, ConnectionInfo info) {
        Identified fresh = new Identified(ids.next(), info);
        fresh.connection = connection;
        String token = ids.next();
        present.put(token, fresh);
        return new Greeting(fresh.id, token, null);
    }

    /** The client that had this token before; null where nobody may come back with it. */
    synchronized @Nullable Greeting resume(String token, Client connection, ConnectionInfo info) {
        purge();
        Identified known = present.containsKey(token) ? present.get(token) : gone.get(token);
        if (known == null || !known.matches(info)) {
            return null;
        }
        gone.remove(token);
        present.put(token, known);
        Client replaced = known.connection;
        known.connection = connection;
        return new Greeting(known.id, token, replaced);
    }

    /** The connection is closed; its client may come back. */
    synchronized void leave(String token, Client connection) {
        Identified known = present.get(token);
        if (known != null && known.connection == connection) {
            present.remove(token);
            known.connection = null;
            known.leftNanos = ticker.nanos();
            gone.put(token, known);
            purge();
        }
    }

    /** Forgets who has been gone for longer than the resume window. */
    public synchronized void purge() {
        long now = ticker.nanos();
        Iterator<Identified> oldest = gone.values().iterator();
        while (oldest.hasNext()) {
            boolean over = now - oldest.next().leftNanos >= window.toNanos();
            if (!over && gone.size() <= MAX_GONE) {
                return;
            }
            oldest.remove();
        }
    }

    /** The number of clients that are gone and still known. */
    synchronized int awaited() {
        return gone.size();
    }
}
