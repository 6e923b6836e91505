package io.hjx.store;

import io.hjx.api.Store;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who takes which events of an instance's clients. Thread-safe. */
final class EventHandlers {

    private final Conversion conversion;
    /** In the order in which they came; the lists are never changed. */
    private final Map<String, List<Store.Handler>> byEvent = new ConcurrentHashMap<>();

    EventHandlers(Conversion conversion) {
        this.conversion = conversion;
    }

    void add(String event, Store.Handler handler) {
        byEvent.merge(event, List.of(handler), EventHandlers::joined);
    }

    private static List<Store.Handler> joined(List<Store.Handler> first, List<Store.Handler> then) {
        List<Store.Handler> all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    void remove(String event, Store.Handler handler) {
        byEvent.computeIfPresent(event, (same, handlers) -> {
            List<Store.Handler> left = new ArrayList<>(handlers);
            left.remove(handler);
            return left.isEmpty() ? null : List.copyOf(left);
        });
    }

    boolean isEmpty() {
        return byEvent.isEmpty();
    }

    boolean take(String event) {
        return byEvent.containsKey(event);
    }

    /** Calls those of an event, within its turn. */
    void call(String event, List<Value> arguments, Value client, ScriptState state) throws Exception {
        Store.Event told = event(event, arguments, (ObjectValue) client);
        TurnDraft draft = new TurnDraft(state, conversion);
        for (Store.Handler handler : byEvent.getOrDefault(event, List.of())) {
            handler.handle(told, draft);
        }
    }

    private Store.Event event(String name, List<Value> arguments, ObjectValue client) {
        ObjectValue user = client.get("user") instanceof ObjectValue known ? known : ObjectValue.of(Map.of());
        String id = text(client.get("id"));
        return new Store.Event(
                name,
                conversion.writer().list(ListValue.of(arguments)),
                id == null ? "" : id,
                text(user.get("name")),
                roles(user.get("roles")));
    }

    private static @Nullable String text(Value value) {
        return value instanceof StringValue text ? text.value() : null;
    }

    private static Set<String> roles(Value roles) {
        return roles instanceof ListValue list
                ? list.items().stream()
                        .map(role -> ((StringValue) role).value())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
