package io.hjx.handlers;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What beans add to one component. Immutable.
 *
 * @param handlers by name
 * @param listeners by the name of the event
 * @param starts what begins an instance
 * @param observers by the class of the CDI event
 */
record JavaComponent(
        String name,
        Map<String, BeanMethod> handlers,
        Map<String, List<BeanMethod>> listeners,
        List<BeanMethod> starts,
        Map<Class<?>, List<BeanMethod>> observers) {

    /** The names that layouts may use. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(handlers.keySet());
        names.addAll(listeners.keySet());
        return names;
    }

    /** What takes an event, in order; empty where nothing does. */
    List<BeanMethod> taking(String event) {
        BeanMethod handler = handlers.get(event);
        return handler != null ? List.of(handler) : listeners.getOrDefault(event, List.of());
    }
}
