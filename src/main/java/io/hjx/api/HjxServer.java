package io.hjx.api;

import java.time.Instant;
import java.util.Collection;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The live server itself: who is connected, and what all are told. Thread-safe; no method waits but those that say so.
 * CDI injects it; outside a container {@link #create} makes one.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Visits {
 *     void seen(@Observes ClientConnected event, HjxServer server) {
 *         server.broadcast("visitors", server.clients().size());
 *     }
 * }
 * }</pre>
 */
public interface HjxServer {

    /** The event of a client that has connected. */
    String CONNECTION = "connection";

    /** The event of a client that is gone. */
    String DISCONNECTION = "disconnection";

    /**
     * A client of live components, as its connection is: what changes with time is as it is when asked. Thread-safe.
     */
    interface Client {

        /** Which connection it is: no other has the same, as long as the server runs. */
        String id();

        /** The component that it follows, the first where there are several; null where it follows none yet. */
        @Nullable String component();

        /** The key of that component's instance; empty for the one without. */
        String key();

        /** The container's user name; null where nobody has signed in. */
        @Nullable String principal();

        /** The remote address. */
        String address();

        /** When it connected. */
        Instant since();

        /** The frames that it has been sent. */
        long sent();

        /** The frames that it has sent, good or bad. */
        long received();

        /** What waits to be sent to it, as a number of frames and of components with news. */
        int queue();

        /** Closes the connection with 1008. A browser asks then whether it may come back, and does where it may. */
        void disconnect();
    }

    /** Runs servers outside a container; found by {@link ServiceLoader}. */
    interface Launcher {

        /** A server that does not run yet. */
        HjxServer create(ServerOptions options);
    }

    /**
     * A server in this very program, which does not run yet:
     * {@code HjxServer.create(ServerOptions.port(8080)).start()}. One runs at a time.
     *
     * @throws IllegalStateException where the class path lacks what runs it
     */
    static HjxServer create(ServerOptions options) {
        return ServiceLoader.load(Launcher.class, HjxServer.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no server on the class path; add io.hjx:hjx with the classifier server"))
                .create(options);
    }

    /**
     * Starts a server that {@link #create} has made, and waits until it answers; again, too, after {@link #stop}. The
     * server of a container has started with its application.
     *
     * @return this server
     * @throws PortInUseException where something else has the port
     * @throws IllegalStateException where it cannot start, or has been started already; the message says why
     */
    default HjxServer start() {
        throw new IllegalStateException("The server starts and ends with its application.");
    }

    /**
     * The message server.
     *
     * @throws IllegalStateException where this server does not run
     */
    MessageServer messages();

    /**
     * Sends an event to every client of live components, whatever it follows; in no order with changes of state.
     *
     * @param data anything that JSON Binding writes; null for nothing
     * @throws IllegalArgumentException where the data cannot be written
     */
    void broadcast(String event, @Nullable Object data);

    /** Who is connected at this moment. */
    Collection<Client> clients();

    /**
     * Has somebody told of each client that connects, or is gone: one after the other in the order in which it
     * happened, on a thread that may wait. Beans may observe {@link ClientConnected} and {@link ClientDisconnected}.
     *
     * @param event {@code connection} or {@code disconnection}
     * @throws IllegalArgumentException for any other
     */
    void on(String event, Consumer<Client> listener);

    /**
     * The state of a component's instance of {@code scope shared}, whether or not somebody looks at it: where nobody
     * does, the first use begins it, and it ends when it has been idle for as long as any ({@code hjx.idle}).
     *
     * @param key of the instance; empty for the one without
     * @throws IllegalArgumentException where there is no such component, its instances are not shared, or the key
     *     cannot be one
     */
    Store store(String component, String key);

    /** The state of the instance without a key. */
    default Store store(String component) {
        return store(component, "");
    }

    /**
     * Closes all connections, also of messages and channels, with 1001, ends the components, and lets nobody in any
     * more; also done when the application stops. Waits until that is done, a few seconds at most.
     */
    void stop();
}
