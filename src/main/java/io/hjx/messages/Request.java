package io.hjx.messages;

import io.hjx.api.MessageRefusedException;
import io.hjx.runtime.spi.Ticker;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client was asked and has not answered. Thread-safe.
 *
 * @param frame that asks, also again where the client comes back
 * @param answer the payload of the answer, as JSON text; null where it has none
 * @param timeout what ends the wait
 */
record Request(String frame, CompletableFuture<@Nullable String> answer, Ticker.Cancellable timeout) {

    void answered(@Nullable String payload) {
        timeout.cancel();
        answer.complete(payload);
    }

    void refused(String code, String message) {
        timeout.cancel();
        answer.completeExceptionally(new MessageRefusedException(code, message));
    }
}
