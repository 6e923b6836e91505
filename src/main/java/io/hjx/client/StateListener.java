package io.hjx.client;

import java.time.Duration;

/** Is told how a client stands to its server. */
@FunctionalInterface
public interface StateListener {

    /**
     * The state is another one, or another attempt has failed.
     *
     * @param reason why, for people; empty where there is nothing to explain
     * @param delay until the next attempt, where one is waited for; else zero
     */
    void changed(ConnectionState state, String reason, Duration delay);
}
