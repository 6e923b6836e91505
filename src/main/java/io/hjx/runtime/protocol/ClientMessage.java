package io.hjx.runtime.protocol;

import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says: the messages of {@code hjx.v1}, and those of the plain dialect. Everything in them is untrusted.
 */
public sealed interface ClientMessage {

    /** A message that a client sends again after a break if it was not answered; ids rise per client. */
    sealed interface Numbered extends ClientMessage {
        int sub();

        long id();
    }

    /** The first message of {@code hjx.v1}. */
    record Hello(@Nullable String client, @Nullable String token) implements ClientMessage {}

    record Subscribe(
            int sub, String component, String key, @Nullable Since since) implements ClientMessage {}

    /** What a client has already seen of an instance. */
    record Since(String epoch, long version) {}

    record Unsubscribe(int sub) implements ClientMessage {}

    /** A handler by name. */
    record Event(int sub, long id, String handler, List<Value> arguments) implements Numbered {}

    /**
     * A call site of a compiled layout.
     *
     * @param version what the client saw when it acted
     */
    record SiteEvent(int sub, long id, SiteRef site, long version, Value event, Value el) implements Numbered {}

    /** The value of a bound input. */
    record Bind(int sub, long id, SiteRef site, long version, Value value) implements Numbered {}

    record Ping() implements ClientMessage {}

    /** Which instance a plain message means; null means that of the URL. */
    record Target(String component, String key) {}

    /** Plain {@code event} and {@code invoke}. */
    record PlainEvent(@Nullable Target target, String handler, List<Value> arguments) implements ClientMessage {}

    /** Plain {@code subscribe}. */
    record PlainSubscribe(Target target) implements ClientMessage {}

    /** Plain {@code unsubscribe}. */
    record PlainUnsubscribe(@Nullable Target target) implements ClientMessage {}

    /** Plain {@code set}: values by bound path. */
    record PlainSet(@Nullable Target target, Map<String, Value> values) implements ClientMessage {}
}
