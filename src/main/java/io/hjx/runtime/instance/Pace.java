package io.hjx.runtime.instance;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When everybody may be told: at once where nobody was for an interval, else at the end of it. Confined to the mailbox.
 */
final class Pace {

    private final Ticker ticker;
    private final long interval;
    private final Runnable reminder;

    /** When everybody may be told again. */
    private long next;

    private Ticker.@Nullable Cancellable reminding;

    /** @param reminder called on any thread when they may be told, where {@link #remind} has asked for that */
    Pace(Ticker ticker, Duration interval, Runnable reminder) {
        this.ticker = ticker;
        this.interval = interval.toNanos();
        this.reminder = reminder;
        this.next = ticker.nanos();
    }

    boolean isDue() {
        return interval == 0 || ticker.nanos() - next >= 0;
    }

    /** Everybody is being told now. */
    void told() {
        if (interval > 0) {
            next = ticker.nanos() + interval;
            stop();
        }
    }

    /** Has itself reminded of those who have not been told. */
    void remind() {
        if (reminding == null) {
            reminding = ticker.schedule(Duration.ofNanos(Math.max(0, next - ticker.nanos())), reminder);
        }
    }

    /** Gives up reminding. */
    void stop() {
        if (reminding != null) {
            reminding.cancel();
            reminding = null;
        }
    }
}
