package io.hjx.lang.emit;

import io.hjx.lang.ast.Binding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event's modifiers as the runtime takes them. */
final class EventModifiers {

    /** Those that say how often; of several the first here counts. */
    private static final List<String> PACES = List.of("debounce", "throttle");

    private EventModifiers() {}

    /** <code>{ prevent: true, pace: debounce(200) }</code>, or nothing without modifiers. */
    static String of(Binding.Event event, JsModule module) {
        if (event.modifiers().isEmpty()) {
            return "";
        }
        Stream<String> switches = event.modifiers().stream()
                .map(modifier -> modifier.name().text())
                .filter(name -> !PACES.contains(name))
                .map(name -> name + ": true");
        return Stream.concat(switches, pace(event, module).stream())
                .distinct()
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static List<String> pace(Binding.Event event, JsModule module) {
        return PACES.stream()
                .flatMap(pace -> event.modifiers().stream()
                        .filter(modifier -> modifier.name().text().equals(pace)))
                .limit(1)
                .map(modifier -> "pace: " + module.helper(modifier.name().text()) + "(" + modifier.milliseconds() + ")")
                .toList();
    }
}
