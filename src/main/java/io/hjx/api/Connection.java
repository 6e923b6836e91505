package io.hjx.api;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client's connection to a {@link Channel}. Thread-safe; no method waits. */
public interface Connection {

    /** Which one it is: no other has the same, as long as the application runs. */
    String id();

    /**
     * The headers of the handshake, by names that are the same in any case. They may hold secrets, for instance
     * {@code Cookie}. Immutable.
     */
    Map<String, List<String>> headers();

    /** The container's user; null where nobody has signed in. */
    @Nullable Principal principal();

    /**
     * Sends a text, behind what has been sent before. A client that does not read, so that too much waits for it, is
     * closed with 1013; to a connection that is closed nothing is sent.
     */
    void send(String text);

    /** Closes the connection with 1000 once what was sent before has left. */
    void close();
}
