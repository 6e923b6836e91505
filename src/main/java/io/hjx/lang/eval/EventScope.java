package io.hjx.lang.eval;

import io.hjx.lang.source.Span;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A component's names and behind them {@code event}, {@code el} and {@code ctx}. Confined to the run's thread.
 *
 * <p>What a client sent is taken over field by field, each only where it is of the kind that a browser sends.
 */
final class EventScope implements Scope {

    private static final List<String> TEXTS = List.of("type", "key", "code");
    private static final List<String> SWITCHES = List.of("checked", "altKey", "ctrlKey", "metaKey", "shiftKey");

    private final Scope component;
    private final ComponentProgram.ClientEvent sent;
    private @Nullable LoopScope loop;
    private @Nullable Value event;
    private @Nullable Value element;

    EventScope(Scope component, ComponentProgram.ClientEvent sent) {
        this.component = component;
        this.sent = sent;
    }

    /** The innermost loop around the element. */
    void setLoop(LoopScope innermost) {
        loop = innermost;
    }

    @Override
    public @Nullable Value find(String name) {
        Value value = component.find(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case "event" -> event();
            case "el" -> element();
            case "ctx" -> ObjectValue.of(Map.of("el", element(), "event", event()));
            default -> null;
        };
    }

    private Value event() {
        Value made = event;
        if (made == null) {
            Map<String, Value> fields = new LinkedHashMap<>();
            TEXTS.forEach(name -> take(sent.event(), name, StringValue.class, fields));
            SWITCHES.forEach(name -> take(sent.event(), name, BooleanValue.class, fields));
            takeValue(sent.event(), fields);
            made = ObjectValue.of(fields);
            event = made;
        }
        return made;
    }

    private Value element() {
        Value made = element;
        if (made == null) {
            Map<String, Value> fields = new LinkedHashMap<>();
            take(sent.el(), "id", StringValue.class, fields);
            takeValue(sent.el(), fields);
            fields.put("dataset", dataset());
            made = ObjectValue.of(fields);
            element = made;
        }
        return made;
    }

    private Value dataset() {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (field(sent.el(), "dataset") instanceof ObjectValue dataset) {
            dataset.properties().keySet().forEach(name -> take(dataset, name, StringValue.class, fields));
        }
        if (loop != null) {
            fields.put("hjxItem", new StringValue(Json.print(loop.value())));
            fields.put("hjxIdx", new StringValue(Integer.toString(loop.position())));
        }
        return ObjectValue.of(fields);
    }

    private static void take(Value from, String name, Class<? extends Value> kind, Map<String, Value> into) {
        Value value = field(from, name);
        if (kind.isInstance(value)) {
            into.put(name, value);
        }
    }

    /** An input's value: a text, a number, nothing, a truth value, or the texts of a multiple choice. */
    private static void takeValue(Value from, Map<String, Value> into) {
        Value value = field(from, "value");
        boolean plain = value instanceof StringValue
                || value instanceof NumberValue
                || value instanceof BooleanValue
                || value instanceof NullValue;
        if (plain
                || (value instanceof ListValue list && list.items().stream().allMatch(StringValue.class::isInstance))) {
            into.put("value", value);
        }
    }

    private static Value field(Value from, String name) {
        return from instanceof ObjectValue object ? object.get(name) : Undefined.UNDEFINED;
    }

    @Override
    public void assign(String name, List<Value> keys, Value value, Span at) {
        component.assign(name, keys, value, at);
    }

    @Override
    public boolean hides(String name) {
        return component.hides(name);
    }
}
