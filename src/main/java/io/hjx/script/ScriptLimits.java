package io.hjx.script;

import java.time.Duration;

/**
 * What one script may take. Immutable.
 *
 * @param initTime how long evaluating the module and {@code init} may run
 * @param turnTime how long any later turn may run
 * @param threads how many scripts run at a time
 * @param abandonedThreads how many threads may be lost to scripts that cannot be stopped, after which scripts are
 *     refused
 * @param timers how many timers one script may have pending
 * @param logLinesPerSecond how many lines of {@code console} output one script may write
 * @param stringLength the longest string, in characters
 */
public record ScriptLimits(
        Duration initTime,
        Duration turnTime,
        int threads,
        int abandonedThreads,
        int timers,
        int logLinesPerSecond,
        int stringLength) {

    /** What applies where nothing else is set. */
    public static final ScriptLimits STANDARD =
            new ScriptLimits(Duration.ofSeconds(5), Duration.ofSeconds(1), 4, 8, 1_000, 100, 8_000_000);
}
