package io.hjx.runtime.instance;

import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.Surroundings;
import io.hjx.runtime.spi.IdGenerator;
import io.hjx.runtime.spi.JavaHandlers;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.ScriptEngine;
import io.hjx.runtime.spi.StateStore;
import io.hjx.runtime.spi.Ticker;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What instances are given to work with: no clock, no thread and no chance of their own. Immutable; all parts are
 * thread-safe, and are closed by whoever made them.
 *
 * @param executor runs mailboxes, never within {@code execute} itself; the tasks are short and never block
 * @param surroundings the time and chance that handlers and computed names may ask for
 * @param scripts null where {@code script:} blocks are not run
 * @param java what the application adds to components in Java
 */
public record Environment(
        StateStore store,
        Relay executor,
        Ticker ticker,
        IdGenerator ids,
        Surroundings surroundings,
        @Nullable ScriptEngine scripts,
        JavaHandlers java,
        RuntimeSettings settings) {

    /** An environment whose tasks run on these threads, and at times on one that brings a message. */
    public Environment(
            StateStore store,
            Executor threads,
            Ticker ticker,
            IdGenerator ids,
            Surroundings surroundings,
            @Nullable ScriptEngine scripts,
            RuntimeSettings settings) {
        this(store, new Relay(threads), ticker, ids, surroundings, scripts, JavaHandlers.NONE, settings);
    }

    /** The same environment in an application that adds to components in Java. */
    public Environment with(JavaHandlers newJava) {
        return new Environment(store, executor, ticker, ids, surroundings, scripts, newJava, settings);
    }

    /** What one evaluation may spend; a new one for each. */
    public Budget budget() {
        return Budget.ofSteps(settings.steps());
    }
}
