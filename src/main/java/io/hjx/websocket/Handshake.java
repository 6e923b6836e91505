package io.hjx.websocket;

import io.hjx.channels.ChannelRequest;
import io.hjx.messages.Claim;
import io.hjx.runtime.protocol.ClientMessage;
import io.hjx.runtime.protocol.Dialect;
import io.hjx.runtime.spi.ConnectionInfo;
import io.hjx.runtime.spi.Principal;
import io.hjx.security.ConnectionLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the filter learned of a handshake, on its way to the connection. Immutable.
 *
 * <p>The WebSocket API tells an endpoint neither the address nor the roles of a client. On every server the filter, and
 * the configurator's {@code modifyHandshake}, run on one thread: the facts pass through a thread local into the user
 * properties, which are the connection's own from WebSocket 2.1 on.
 *
 * @param httpSession the id of the browser session; null where there is none
 * @param address the client's address
 * @param destination what the connection is for
 * @param place the reserved place among the connections
 */
record Handshake(
        Principal principal,
        @Nullable String httpSession,
        String address,
        Destination destination,
        ConnectionLimits.Place place) {

    private static final String PROPERTY = Handshake.class.getName();
    private static final ThreadLocal<Handshake> CURRENT = new ThreadLocal<>();

    /** What a connection is for. */
    sealed interface Destination {}

    /**
     * The runtime.
     *
     * @param name the component of the URL, or the default one; null where neither is
     * @param delta whether a plain client asked for changes in place of whole states
     */
    record Live(@Nullable String name, String key, boolean delta) implements Destination {}

    /** The message server, as this source. */
    record Messages(Claim claim) implements Destination {}

    /** A channel of the application. */
    record ToChannel(ChannelRequest request) implements Destination {}

    /** What the runtime is told of the connection. */
    ConnectionInfo info(Live live, Dialect dialect) {
        ClientMessage.Target target = live.name == null ? null : new ClientMessage.Target(live.name, live.key);
        return new ConnectionInfo(dialect, principal, target, live.delta, httpSession, address);
    }

    /** Lets the container do the handshake; gives the place back where none came of it. */
    void pass(FilterChain chain, ServletRequest request, ServletResponse response)
            throws IOException, ServletException {
        CURRENT.set(this);
        try {
            chain.doFilter(request, response);
        } finally {
            if (CURRENT.get() != null) {
                CURRENT.remove();
                place.release();
            }
        }
    }

    /** Leaves the handshake of this thread among a connection's properties. */
    static void leaveIn(Map<String, Object> properties) {
        Handshake current = CURRENT.get();
        if (current != null) {
            CURRENT.remove();
            properties.put(PROPERTY, current);
        }
    }

    /** Takes the handshake out of a connection's properties; null where the filter did not see it. */
    static @Nullable Handshake takeFrom(Map<String, Object> properties) {
        return (Handshake) properties.remove(PROPERTY);
    }
}
