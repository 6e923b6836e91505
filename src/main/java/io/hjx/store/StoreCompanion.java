package io.hjx.store;

import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Companion;
import io.hjx.runtime.instance.Publication;
import io.hjx.runtime.spi.ScriptState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What all stores of one instance have in common, and what outlives it: functions, handlers, listeners. Thread-safe.
 */
final class StoreCompanion implements Companion {

    private final Functions functions;
    private final Computations computations;
    private final EventHandlers handlers;
    private final List<Consumer<Publication>> followers = new CopyOnWriteArrayList<>();

    /** @param label the instance, for the log */
    StoreCompanion(Functions functions, Conversion conversion, String label) {
        this.functions = functions;
        this.computations = new Computations(conversion, label);
        this.handlers = new EventHandlers(conversion);
    }

    Computations computations() {
        return computations;
    }

    EventHandlers handlers() {
        return handlers;
    }

    /** Those that look at each publication, and must not wait. */
    List<Consumer<Publication>> followers() {
        return followers;
    }

    /** True where nothing would be missed. */
    boolean isEmpty() {
        return computations.isEmpty() && handlers.isEmpty() && followers.isEmpty();
    }

    @Override
    public CompletionStage<Void> init(ScriptState state) {
        return functions.run(state, computations::computeAll);
    }

    @Override
    public boolean listensTo(String event) {
        return handlers.take(event);
    }

    @Override
    public CompletionStage<Void> deliver(String event, List<Value> arguments, Value client, ScriptState state) {
        return functions.run(state, open -> handlers.call(event, arguments, client, open));
    }

    @Override
    public Set<String> computedNames() {
        return computations.names();
    }

    @Override
    public boolean computesFrom(Set<String> changed) {
        return computations.readAny(changed);
    }

    @Override
    public CompletionStage<Void> recompute(Set<String> changed, ScriptState state) {
        return functions.run(state, open -> computations.compute(changed, open));
    }

    @Override
    public void dropped() {
        computations.dropped();
    }

    @Override
    public void published(Publication publication) {
        followers.forEach(follower -> follower.accept(publication));
    }
}
