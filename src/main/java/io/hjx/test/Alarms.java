package io.hjx.test;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What one owner has put off until later, each thing under a name of its own. Confined to the owner. */
final class Alarms {

    private final Ticker time;
    private final Map<String, Ticker.Cancellable> pending = new HashMap<>();

    Alarms(Ticker time) {
        this.time = time;
    }

    /** Has something done after a while, in the place of what waits under that name. */
    void later(String name, Duration delay, Runnable task) {
        stop(name);
        pending.put(name, time.schedule(delay, task));
    }

    void stop(String name) {
        Ticker.Cancellable alarm = pending.remove(name);
        if (alarm != null) {
            alarm.cancel();
        }
    }

    void stopAll() {
        pending.values().forEach(Ticker.Cancellable::cancel);
        pending.clear();
    }
}
