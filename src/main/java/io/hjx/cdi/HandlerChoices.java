package io.hjx.cdi;

import java.time.Duration;

/**
 * What the administrator has decided about components in Java. Immutable.
 *
 * @param time how long a call may take
 * @param example whether the example {@code Orders} works
 */
record HandlerChoices(Duration time, boolean example) {

    private static final Duration STANDARD = Duration.ofSeconds(10);

    static HandlerChoices read(SettingsReader reader) {
        return new HandlerChoices(
                reader.duration(Setting.HANDLER_TIME, STANDARD), reader.flag(Setting.ORDERS_EXAMPLE, true));
    }
}
