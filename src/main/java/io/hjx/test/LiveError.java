package io.hjx.test;

import org.jspecify.annotations.Nullable;

/**
 * What the server refused, or the browser gave up. Immutable.
 *
 * @param code as the protocol has it, {@code handler-failed}
 * @param message for the developer
 * @param at {@code path:line:column} in the component's source; null where the message is about no place
 */
public record LiveError(
        String code, String message, @Nullable String at) {

    @Override
    public String toString() {
        return code + ": " + message + (at == null ? "" : " (" + at + ")");
    }
}
