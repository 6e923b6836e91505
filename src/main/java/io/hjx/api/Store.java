package io.hjx.api;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * State that an application reads and changes from its own code, from any thread: any CDI bean, timer, or
 * message-driven bean. {@code HjxServer.store("Counter", "")} is that of a component's instance, whose browsers see
 * each change; {@link #of} makes one without a component, for what several beans or components share. Thread-safe.
 *
 * <pre>{@code
 * Store counter = server.store("Counter", "");
 * counter.set("count", 0);
 * counter.update("count", Integer.class, count -> count + 1);
 * counter.compute("double", values -> 2 * values.get("count", Integer.class));
 * }</pre>
 *
 * <p><strong>Values.</strong> What is read is what is committed, as {@link Values} says, the component's {@code secret}
 * and {@code computed} names among it. What is set may be any of that, other numbers, arrays, collections, optionals,
 * enumerations, date and time of {@code java.time} and identifiers as text, and records and beans, by Jakarta JSON
 * Binding where there is one. A number keeps 53 bits, as in JavaScript.
 *
 * <p><strong>Changes.</strong> Each method that changes something is one change, made behind those that the instance
 * was asked for before: all of it, or, where anything in it fails or a bound of the state would be exceeded, nothing.
 * It does not wait; the stage that it returns has the version that holds the change, and a {@link #get} behind it sees
 * it. Stages fail with {@link IllegalArgumentException} for what is wrong in itself, with {@link StoreException} for
 * what cannot be done at present, and with whatever the application's function has thrown. What a call alone can tell
 * to be wrong, like a name that there is not, is thrown at once where the instance is running.
 *
 * <p><strong>Transactions.</strong> What is asked for within a JTA transaction is recorded, and made as one change
 * after the commit; after a rollback nothing is made, and the stages are cancelled
 * ({@link java.util.concurrent.CancellationException}). Reads give what is committed, without what is recorded. Never
 * wait for a stage within the transaction. On a server without JTA each change is made at once.
 *
 * <p><strong>Functions</strong> that are given to a store of a component run on threads of the application, one at a
 * time for an instance, which does nothing else meanwhile: they should be short. One that takes longer than five
 * seconds fails its change. Functions given to a store {@linkplain #of without a component} run on the thread that asks
 * for the change, or on one that is making changes at that moment, without a limit.
 */
public interface Store extends Values {

    /**
     * A store without a component. Its names are those that it begins with, and those that {@link #compute} adds; it
     * has no clients, so that {@link #broadcast} goes to its own {@link #on}. Nothing has to be closed.
     *
     * @throws IllegalArgumentException where a value cannot be converted
     */
    static Store of(Map<String, ?> initial) {
        return ServiceLoader.load(Factory.class, Store.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("HJX is not complete: there is no Store.Factory"))
                .create(initial);
    }

    /** Sets a name to a value. */
    CompletionStage<Long> set(String key, @Nullable Object value);

    /** Sets several names, all or none. */
    CompletionStage<Long> set(Map<String, ?> values);

    /**
     * Changes what is there, alone: nothing changes between what the function reads and what it sets. It is called
     * once; where it throws, nothing changes, and the stage fails with that.
     */
    CompletionStage<Long> update(Consumer<? super Draft> change);

    /** Replaces a value by one that is made of it, alone. */
    default <T> CompletionStage<Long> update(String key, Class<T> type, UnaryOperator<@Nullable T> change) {
        return update(draft -> draft.set(key, change.apply(draft.get(key, type))));
    }

    /**
     * Keeps a name up to date: it is computed now, and in every change, whoever makes it, of a name that the function
     * has read the last time. The name is one of {@code state:}, {@code secret:}, or a new one; it can no longer be
     * set. A second function for the name takes the place of the first. Where the function throws, the name keeps its
     * value, and the log says why. It is kept as long as the application runs, also when the instance ends and begins
     * again.
     *
     * @return fails where the name cannot be computed: it is declared otherwise, the function throws, or the name reads
     *     itself, directly or by others, which the message names in a ring. Then nothing is kept of it
     */
    CompletionStage<Long> compute(String key, Function<? super Values, ?> function);

    /**
     * Takes the events of clients, {@code on click -> event(…)}, for which the component has no handler, before a
     * {@code script:} is asked. The handler is part of the event's change: it commits all that it does, or, where it
     * throws, nothing, and the client is told that it failed, not why. Several for an event are called in order.
     */
    Registration on(String event, Handler handler);

    /** Sends an event to every client of the instance, in order with the changes. */
    CompletionStage<Long> broadcast(String event, @Nullable Object data);

    /**
     * Calls a listener after changes that are made from now on: in order, one call at a time, in no transaction. A slow
     * listener hears of several changes at once, with the latest values. What it throws is logged and disturbs nobody.
     * The instance runs as long as somebody listens.
     */
    Registration subscribe(Listener listener);

    /** The values as one change makes them: reads see what has been set. Ends with the function that it is given to. */
    interface Draft extends Values {

        /**
         * Sets a name to a value.
         *
         * @throws IllegalArgumentException where there is no such name, it cannot be set, or the value not converted
         */
        void set(String key, @Nullable Object value);

        /** Sends an event to every client of the instance, with the change. */
        void broadcast(String event, @Nullable Object data);
    }

    /**
     * What a client has sent. Immutable.
     *
     * @param arguments as {@link Values} has them; untrusted
     * @param client the id of the client's connection; empty where the store has no clients
     * @param user the container's user name; null where nobody has signed in
     * @param roles those of the roles that components name which the user has
     */
    record Event(
            String name,
            List<@Nullable Object> arguments,
            String client,
            @Nullable String user,
            Set<String> roles) {

        /** The first argument; null where there is none. */
        public @Nullable Object data() {
            return arguments.isEmpty() ? null : arguments.get(0);
        }
    }

    /** Takes events of clients. */
    @FunctionalInterface
    interface Handler {

        /**
         * Takes an event; the draft is the event's change.
         *
         * @throws Exception where nothing is to be changed; the client is told that it failed
         */
        void handle(Event event, Draft draft) throws Exception;
    }

    /**
     * One or several changes. Immutable.
     *
     * @param version of the last
     * @param changed the names that have other values than before, with these; null for a name that has gone
     */
    record Change(long version, Map<String, @Nullable Object> changed) {}

    /** Hears of changes. */
    @FunctionalInterface
    interface Listener {

        /** Takes what has changed since the last call. */
        void changed(Change change) throws Exception;
    }

    /** What lasts until it is closed. Thread-safe. */
    interface Registration extends AutoCloseable {

        /** Ends it; a call that is under way goes on. Harmless when done already. */
        @Override
        void close();
    }

    /** Makes stores without a component; HJX brings it, as a service. */
    interface Factory {

        /** A store that begins with these values. */
        Store create(Map<String, ?> initial);
    }
}
