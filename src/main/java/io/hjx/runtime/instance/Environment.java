package io.hjx.runtime.instance;

import io.hjx.lang.eval.Surroundings;
import io.hjx.runtime.spi.IdGenerator;
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
 */
public record Environment(
        StateStore store,
        Relay executor,
        Ticker ticker,
        IdGenerator ids,
        Surroundings surroundings,
        @Nullable ScriptEngine scripts,
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
        this(store, new Relay(threads), ticker, ids, surroundings, scripts, settings);
    }
}
