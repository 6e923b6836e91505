package io.hjx.runtime.spi;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What a script asks of the instance that it belongs to. Thread-safe. */
public interface ScriptHost {

    /**
     * Asks for a turn, for a timer or a continuation: when the instance's mailbox gets there it opens a transaction,
     * calls {@code turn}, and commits or drops when the stage has completed. Refused (false) when the instance is
     * stopped or has too many turns waiting.
     */
    boolean requestTurn(Function<ScriptState, CompletionStage<Void>> turn);

    /** Runs a short task later; ends with the instance. */
    Ticker.Cancellable schedule(Duration delay, Runnable task);

    /** A line of {@code console.*}, to the server's log. */
    void log(System.Logger.Level level, String text);

    /** The script failed outside a turn's stage; it is logged. */
    void failed(ScriptException failure);
}
