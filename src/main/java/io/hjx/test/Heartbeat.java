package io.hjx.test;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;

/** Asks a connection for a sign of life where there has been none for a period. Confined to its client. */
final class Heartbeat {

    private static final String BEAT = "beat";

    private final Ticker time;
    private final Alarms alarms;
    private final Runnable ping;
    private final Runnable dead;

    private Duration period = Duration.ofSeconds(30);
    private long heard;

    /** Whether a sign of life has been asked for and has not come. */
    private boolean asking;

    /**
     * A heartbeat that has not begun.
     *
     * @param alarms where it puts off what it does; whoever stops these stops it
     * @param ping asks for a sign of life
     * @param dead told where none comes
     */
    Heartbeat(Ticker time, Alarms alarms, Runnable ping, Runnable dead) {
        this.time = time;
        this.alarms = alarms;
        this.ping = ping;
        this.dead = dead;
    }

    /** Begins anew, with the period that the server names. */
    void begin(Duration named) {
        period = named.isZero() ? period : named;
        beat();
    }

    /** Something has come. */
    void heard() {
        heard = time.nanos();
        asking = false;
    }

    private void beat() {
        alarms.later(BEAT, quiet(), () -> {
            if (quiet().isZero()) {
                ask(period);
            } else {
                beat();
            }
        });
    }

    /** How much longer nothing may be heard before it is asked for. */
    private Duration quiet() {
        Duration left = period.minusNanos(time.nanos() - heard);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Asks for a sign of life, and gives the connection up without one. */
    void ask(Duration patience) {
        asking = true;
        ping.run();
        alarms.later(BEAT, patience, () -> {
            if (asking) {
                dead.run();
            } else {
                beat();
            }
        });
    }
}
