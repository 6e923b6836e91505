package io.hjx.runtime.instance;

import io.hjx.runtime.protocol.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done. Immutable.
 *
 * @param code the code on the wire
 * @param message one sentence for the developer
 * @param at {@code path:line:column} in the component's source, where one is known
 * @param fields messages for single inputs, by the path that they are bound to
 */
public record Rejection(
        String code, String message, @Nullable String at, Map<String, String> fields) {

    public Rejection {
        fields = Map.copyOf(fields);
    }

    public Rejection(String code, String message, @Nullable String at) {
        this(code, message, at, Map.of());
    }

    public static Rejection of(ErrorCode code, String message) {
        return new Rejection(code.wire(), message, null);
    }

    Rejection at(@Nullable String place) {
        return new Rejection(code, message, place, fields);
    }
}
