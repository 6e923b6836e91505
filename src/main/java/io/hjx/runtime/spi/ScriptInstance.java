package io.hjx.runtime.spi;

import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The script of one instance. Each method that returns a stage is one turn: it is called only while the instance's
 * mailbox holds a transaction open for it, uses that transaction through the given {@link ScriptState}, and the mailbox
 * goes on when the stage has completed. A stage that completes exceptionally means that nothing of the turn is kept;
 * its {@link ScriptException} says where the script failed. A turn that takes too long is stopped and completes so.
 */
public interface ScriptInstance {

    /** Evaluates the module and runs {@code init(store)}. */
    CompletionStage<Void> init(ScriptState state);

    /** True where {@code store.on} has a listener for the event. */
    boolean listensTo(String event);

    /** Calls the listeners of an event; {@code client} is an object of {@code id}, {@code user} and {@code args}. */
    CompletionStage<Void> deliver(String event, List<Value> arguments, Value client, ScriptState state);

    /** The names that {@code store.compute} keeps. */
    Set<String> computedNames();

    /** True where a computed name reads one of these. */
    boolean computesFrom(Set<String> changed);

    /** Brings the computed names that read one of these up to date. */
    CompletionStage<Void> recompute(Set<String> changed, ScriptState state);

    /** A turn that it had a part in was not kept: what its computed names have read there counts no more. */
    void dropped();

    /**
     * Runs what {@code init} returned, ends timers, frees the context. Harmless when already stopped. A turn that is
     * under way is ended too: its stage completes exceptionally. Called on any thread.
     */
    void stop();
}
