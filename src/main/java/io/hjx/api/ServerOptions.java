package io.hjx.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server outside a container is to be: {@code ServerOptions.port(8080).component("dashboard.hjx")}. Immutable:
 * each method returns other options.
 *
 * @param port where to listen, 1 to 65535; null for the environment variable {@code PORT}, or else 8080
 * @param host the address to listen at; null for the environment variable {@code HOST}, or else 127.0.0.1
 * @param component the file of the component that plain clients get; null for the environment variable
 *     {@code COMPONENT}, or else none
 * @param settings other settings by their names
 * @param channels those that the server has
 * @param handlers those of messages
 */
public record ServerOptions(
        @Nullable Integer port,
        @Nullable String host,
        @Nullable String component,
        Map<String, String> settings,
        List<Channel> channels,
        List<MessageHandler<?>> handlers) {

    /** Copies what may change. */
    public ServerOptions {
        settings = Map.copyOf(settings);
        channels = List.copyOf(channels);
        handlers = List.copyOf(handlers);
    }

    /** Who takes the messages of one type; see {@link MessageServer#on}. Immutable. */
    public record MessageHandler<P>(String type, Class<P> payload, MessageServer.Handler<? super P> handler) {

        /** Has a message server use it. */
        public void addTo(MessageServer server) {
            server.on(type, payload, handler);
        }
    }

    /** A server that is where and what the environment says. */
    public static ServerOptions standard() {
        return new ServerOptions(null, null, null, Map.of(), List.of(), List.of());
    }

    /**
     * A server at this port.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static ServerOptions port(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + port);
        }
        return new ServerOptions(port, null, null, Map.of(), List.of(), List.of());
    }

    /** Listens at this address or name of the machine; {@code 0.0.0.0} for all. */
    public ServerOptions host(String newHost) {
        return new ServerOptions(port, newHost, component, settings, channels, handlers);
    }

    /** Serves the components of this file's folder; its own is the one of plain clients that name none. */
    public ServerOptions component(String file) {
        return new ServerOptions(port, host, file, settings, channels, handlers);
    }

    /** Holds so many connections at most. */
    public ServerOptions maxConnections(int most) {
        return setting("hjx.maxConnections", Integer.toString(most));
    }

    /** Any other setting, as the page about settings lists them: {@code setting("hjx.mode", "dev")}. */
    public ServerOptions setting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new ServerOptions(port, host, component, more, channels, handlers);
    }

    /** Has one more channel. */
    public ServerOptions channel(Channel channel) {
        List<Channel> more = new ArrayList<>(channels);
        more.add(channel);
        return new ServerOptions(port, host, component, settings, more, handlers);
    }

    /** Has the messages of a type handled; see {@link MessageServer#on(String, Class, MessageServer.Handler)}. */
    public <P> ServerOptions on(String type, Class<P> payload, MessageServer.Handler<? super P> handler) {
        List<MessageHandler<?>> more = new ArrayList<>(handlers);
        more.add(new MessageHandler<>(type, payload, handler));
        return new ServerOptions(port, host, component, settings, channels, more);
    }

    /** The same, with payloads as plain Java. */
    public ServerOptions on(String type, MessageServer.Handler<Object> handler) {
        return on(type, Object.class, handler);
    }
}
