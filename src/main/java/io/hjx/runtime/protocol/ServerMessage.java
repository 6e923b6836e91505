package io.hjx.runtime.protocol;

import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the server says, in either dialect. */
public sealed interface ServerMessage {

    record Welcome(String client, String token, long heartbeatMillis, Limits limits) implements ServerMessage {}

    /** What a client may send: the largest frame in bytes, the most subscriptions, the most unacknowledged events. */
    record Limits(int frame, int subscriptions, int unacknowledged) {}

    /** The whole visible state; {@code module} is the URL path of the module that shows it. */
    record Snapshot(
            int sub, String epoch, long version, Map<String, Value> state, Map<String, Value> local, String module)
            implements ServerMessage {}

    /**
     * What has changed.
     *
     * @param body the part that all subscribers share, or null where only the client's own fields are there
     * @param local this client's changed local names; empty where none
     * @param acks the ids of this client's events that are done with this update
     * @param events broadcasts and emits that belong before or with this version
     */
    record Update(
            int sub, @Nullable EncodedBody body, Map<String, Value> local, List<Long> acks, List<NamedEvent> events)
            implements ServerMessage {}

    /**
     * An event that a handler or a script has sent.
     *
     * @param size about the characters of its JSON text
     */
    record NamedEvent(String event, Value data, int size) {}

    record Ack(int sub, long id, String epoch, long version) implements ServerMessage {}

    /**
     * The final answer to a message that did nothing.
     *
     * @param at {@code path:line:column} in the component's source where a developer may see it
     * @param fields messages for single inputs, by the path that they are bound to; empty where there are none
     */
    record Failure(
            @Nullable Long id,
            @Nullable Integer sub,
            String code,
            String message,
            @Nullable String at,
            Map<String, String> fields)
            implements ServerMessage {

        /** A failure that concerns no single input. */
        public Failure(@Nullable Long id, @Nullable Integer sub, String code, String message, @Nullable String at) {
            this(id, sub, code, message, at, Map.of());
        }
    }

    record Event(@Nullable Integer sub, String event, Value data) implements ServerMessage {}

    record Reload(int sub, String module) implements ServerMessage {}

    /** What keeps a component's file from compiling, told while developing; empty where it is in order again. */
    record Faults(int sub, List<Diagnostic> found) implements ServerMessage {}

    record Pong() implements ServerMessage {}

    record Closing(String reason, long retryAfterMillis) implements ServerMessage {}

    /** The plain dialect's {@code update}: whole, or with {@code delta=1} what has changed. */
    record PlainUpdate(ClientMessage.@Nullable Target target, Map<String, Value> state) implements ServerMessage {}

    /** The plain dialect's {@code event}. */
    record PlainEvent(ClientMessage.@Nullable Target target, String event, Value data) implements ServerMessage {}
}
