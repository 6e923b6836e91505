package io.hjx.lang.emit;

import io.hjx.lang.ast.Binding;
import java.util.stream.Collectors;

/** An event's modifiers as the runtime takes them. */
final class EventModifiers {

    private EventModifiers() {}

    /** <code>{ prevent: true, debounce: 200 }</code>, or nothing without modifiers. */
    static String of(Binding.Event event) {
        if (event.modifiers().isEmpty()) {
            return "";
        }
        return event.modifiers().stream()
                .map(modifier -> modifier.name().text() + ": " + value(modifier))
                .distinct()
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String value(Binding.Modifier modifier) {
        return switch (modifier.name().text()) {
            case "debounce", "throttle" -> String.valueOf(modifier.milliseconds());
            default -> "true";
        };
    }
}
