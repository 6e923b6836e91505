package io.hjx.api;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Messages between the application and named clients, each of which is a <em>source</em>: a browser, a program, a
 * device. Thread-safe; no method waits. CDI injects it.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Thermostats {
 *     public record Reading(double celsius) {}
 *
 *     void start(@Observes @Initialized(ApplicationScoped.class) Object event, MessageServer server) {
 *         server.on("reading", Reading.class, message -> {
 *             server.broadcast("reading", message.payload(), message.source());
 *             return Map.of("stored", true);
 *         });
 *     }
 * }
 * }</pre>
 *
 * <p>Payloads are JSON. Those that come are made into the class that a handler names, by Jakarta JSON Binding; for
 * {@code Object} into {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long} (a whole number that
 * fits), {@code Double} and {@code null}. Those that go are whatever JSON Binding writes.
 */
public interface MessageServer {

    /**
     * What a client has sent. Immutable.
     *
     * @param source who has sent it, as the address of its connection says
     * @param user the container's user name; null where nobody has signed in
     */
    record Message<P>(String source, @Nullable String user, P payload) {}

    /** Takes the messages of one type: those of one source one after the other in their order, others meanwhile. */
    @FunctionalInterface
    interface Handler<P> {

        /**
         * Takes a message. It runs on a thread that may wait, with a request context of its own.
         *
         * @return the reply; null for none; a {@link CompletionStage} where it comes later, for which the source's next
         *     message does not wait
         * @throws MessageRefusedException to tell the client why not; of any other failure it learns only that there
         *     was one, and the log has it
         */
        @Nullable Object handle(Message<P> message) throws Exception;

        /** Whether it may wait: for a database, a lock, an answer. */
        default boolean mayWait() {
            return true;
        }

        /**
         * A handler that never waits. Where nothing else of a source is under way, it runs at once on the thread that
         * has read the message, so that no other thread has to be woken; until it returns nothing more is read of that
         * client.
         */
        static <P> Handler<P> immediate(Handler<P> handler) {
            return new Handler<>() {
                @Override
                public @Nullable Object handle(Message<P> message) throws Exception {
                    return handler.handle(message);
                }

                @Override
                public boolean mayWait() {
                    return false;
                }
            };
        }
    }

    /**
     * From now on this handler takes the messages of the type, in place of any other.
     *
     * @param payload a public class or record; what cannot be made into it is answered with {@code bad-message} and
     *     does not reach the handler
     */
    <P> void on(String type, Class<P> payload, Handler<? super P> handler);

    /** The same, with the payload as plain Java; null where the message has none. */
    void on(String type, Handler<Object> handler);

    /**
     * Sends a message to one client, once, behind what has been sent to it before.
     *
     * @param payload null for none
     * @return false where no such client is connected
     * @throws IllegalArgumentException where the payload cannot be written
     */
    boolean sendTo(String source, String type, @Nullable Object payload);

    /**
     * Sends a message that the client answers. Where the client loses its connection and comes back in time, it is sent
     * again; the client executes it once.
     *
     * @param reply what the answer's payload is made into; {@code Object} for plain Java
     * @return the answer's payload, null where it has none. Fails with {@link MessageRefusedException} where there is
     *     no such client, it leaves too many without an answer, it refuses, or another takes its place; and with
     *     {@link java.util.concurrent.TimeoutException} where it does not answer in time
     * @throws IllegalArgumentException where the payload cannot be written
     */
    <R> CompletionStage<R> request(
            String source, String type, @Nullable Object payload, Class<R> reply, Duration timeout);

    /** Sends a message to every client. */
    default void broadcast(String type, @Nullable Object payload) {
        broadcast(type, payload, null);
    }

    /**
     * Sends a message to every client but one.
     *
     * @param excludeSource null for none
     * @throws IllegalArgumentException where the payload cannot be written
     */
    void broadcast(String type, @Nullable Object payload, @Nullable String excludeSource);

    /** Who is connected at this moment. */
    Set<String> sources();

    /** Closes all connections with 1001, and refuses those that come; also done when the application stops. */
    void close();
}
