package io.hjx.runtime.instance;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/**
 * The same for each of many: one that fails keeps it from no other. Thread-safe.
 *
 * <p>Failures are logged once, until a round has none: what fails each second must not fill the log.
 */
public final class Round {

    private static final Logger LOG = System.getLogger("io.hjx.runtime");

    private final String what;
    private volatile boolean failing;

    /** @param what is done, as the log names it */
    public Round(String what) {
        this.what = what;
    }

    /** Does it to each. */
    public <T> void each(Iterable<T> items, Consumer<? super T> action) {
        boolean failed = false;
        for (T item : items) {
            try {
                action.accept(item);
            } catch (RuntimeException e) {
                if (!failing && !failed) {
                    LOG.log(Level.ERROR, what + " failed for one of them; it is logged once", e);
                }
                failed = true;
            }
        }
        failing = failed;
    }
}
