package io.hjx.runtime.spi;

import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What has a part in the turns of one instance beside its handlers: a script, or the application. Each method that
 * returns a stage is one turn, or a part of one: it is called only while the instance's mailbox holds a transaction
 * open for it, uses that transaction through the given {@link ScriptState}, and the mailbox goes on when the stage has
 * completed. A stage that completes exceptionally means that nothing of the turn is kept.
 */
public interface Extension {

    /** The first turn in an instance, and the first after its names have changed. */
    CompletionStage<Void> init(ScriptState state);

    /** True where there is a listener for the event. */
    boolean listensTo(String event);

    /** Calls the listeners of an event; {@code client} is an object of {@code id}, {@code user} and {@code args}. */
    CompletionStage<Void> deliver(String event, List<Value> arguments, Value client, ScriptState state);

    /** The names that {@code compute} keeps. */
    Set<String> computedNames();

    /** True where a computed name reads one of these. */
    boolean computesFrom(Set<String> changed);

    /** Brings the computed names that read one of these up to date. */
    CompletionStage<Void> recompute(Set<String> changed, ScriptState state);

    /** A turn that it had a part in was not kept: what its computed names have read there counts no more. */
    void dropped();
}
