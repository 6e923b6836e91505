package io.hjx.test;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.emit.HtmlNode;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes DOM events to the call sites that a layout has for them. Confined to one browser. */
final class Listeners {

    private static final Set<String> STAY = Set.of("focus", "blur", "mouseenter", "mouseleave", "load", "error");

    private final Ticker time;
    private final Function<Action.Event, Runnable> tell;
    private final Set<Heard> once = new HashSet<>();
    private final Map<Heard, Ticker.Cancellable> waiting = new HashMap<>();
    private final Map<Heard, Runnable> resting = new HashMap<>();

    /** @param tell takes what happens at once; running the result tells the server of it */
    Listeners(Ticker time, Function<Action.Event, Runnable> tell) {
        this.time = time;
        this.tell = tell;
    }

    /** A listener on an element of the page. */
    private record Heard(Object element, SiteRef site) {}

    /** Does nothing, where a listener rests. */
    private static void nothing() {}

    /**
     * Fires an event.
     *
     * @param key the key that was pressed; null for other events
     * @return whether a listener prevents what the browser would do
     */
    boolean fire(Node target, String type, @Nullable String key) {
        boolean prevented = false;
        List<Node> way =
                STAY.contains(type) ? List.of(target) : target.upwards().toList();
        for (Node node : way) {
            boolean stopped = false;
            for (HtmlNode.Listener listener : node.element().listeners()) {
                if (listener.event().equals(type) && accepts(listener, target, node, key)) {
                    prevented |= has(listener, "prevent") || type.equals("submit");
                    stopped |= has(listener, "stop");
                    hear(listener, node, target, type, key);
                }
            }
            if (stopped) {
                return prevented;
            }
        }
        return prevented;
    }

    private static boolean has(HtmlNode.Listener listener, String modifier) {
        return listener.modifiers().stream()
                .anyMatch(found -> found.name().text().equals(modifier));
    }

    private static boolean accepts(HtmlNode.Listener listener, Node target, Node node, @Nullable String key) {
        if (has(listener, "self") && node != target) {
            return false;
        }
        boolean enter = has(listener, "enter");
        boolean escape = has(listener, "escape");
        return (!enter && !escape) || (enter && "Enter".equals(key)) || (escape && "Escape".equals(key));
    }

    private void hear(HtmlNode.Listener listener, Node node, Node target, String type, @Nullable String key) {
        Heard heard = new Heard(node.key(), listener.site());
        if (has(listener, "once") && !once.add(heard)) {
            return;
        }
        Runnable telling = tell.apply(new Action.Event(listener.site(), event(target, type, key), element(node)));
        for (Binding.Modifier modifier : listener.modifiers()) {
            Duration pace = Duration.ofMillis(modifier.milliseconds());
            if (modifier.name().text().equals("debounce")) {
                debounce(heard, pace, telling);
                return;
            }
            if (modifier.name().text().equals("throttle")) {
                throttle(heard, pace, telling);
                return;
            }
        }
        telling.run();
    }

    private void debounce(Heard heard, Duration pace, Runnable telling) {
        Ticker.Cancellable before = waiting.put(heard, time.schedule(pace, telling));
        if (before != null) {
            before.cancel();
        }
    }

    private void throttle(Heard heard, Duration pace, Runnable telling) {
        if (resting.containsKey(heard)) {
            resting.put(heard, telling);
        } else {
            telling.run();
            rest(heard, pace);
        }
    }

    private void rest(Heard heard, Duration pace) {
        Runnable nothing = Listeners::nothing;
        resting.put(heard, nothing);
        time.schedule(pace, () -> {
            Runnable latest = resting.remove(heard);
            if (latest != null && latest != nothing) {
                latest.run();
                rest(heard, pace);
            }
        });
    }

    // ---- what handlers may read

    private static Value event(Node target, String type, @Nullable String key) {
        Map<String, Value> event = new LinkedHashMap<>();
        event.put("type", new StringValue(type));
        if (key != null) {
            event.put("key", new StringValue(key));
            event.put("code", new StringValue(code(key)));
        }
        if (isField(target)) {
            event.put("value", new StringValue(Fields.text(target)));
            event.put("checked", BooleanValue.of(target.has("checked")));
        }
        for (String modifier : List.of("altKey", "ctrlKey", "metaKey", "shiftKey")) {
            event.put(modifier, BooleanValue.FALSE);
        }
        return ObjectValue.of(event);
    }

    private static boolean isField(Node node) {
        return Set.of("input", "textarea", "select", "button").contains(node.tag());
    }

    private static String code(String key) {
        return key.length() == 1 && Character.isLetter(key.charAt(0)) ? "Key" + key.toUpperCase(Locale.ROOT) : key;
    }

    private static Value element(Node node) {
        Map<String, Value> element = new LinkedHashMap<>();
        element.put("id", new StringValue(node.element().attributes().getOrDefault("id", "")));
        if (isField(node)) {
            element.put("value", new StringValue(Fields.text(node)));
        }
        Map<String, Value> dataset = new LinkedHashMap<>();
        node.element().attributes().forEach((name, value) -> {
            if (name.startsWith("data-")) {
                dataset.put(camelCase(name.substring("data-".length())), new StringValue(value));
            }
        });
        element.put("dataset", ObjectValue.of(dataset));
        return ObjectValue.of(element);
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            boolean hump = name.charAt(i) == '-' && i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
            camel.append(hump ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }
}
