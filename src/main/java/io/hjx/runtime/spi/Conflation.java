package io.hjx.runtime.spi;

import java.time.Duration;
import java.util.Map;

/**
 * How often the clients of an instance are told of changes that others have made: the first at once, then at most once
 * in an interval. Zero tells them of each as fast as they can take it. Immutable.
 *
 * @param standard the interval of components that are not named
 * @param components the intervals of some components, by name
 */
public record Conflation(Duration standard, Map<String, Duration> components) {

    /** Everybody hears of everything as soon as can be. */
    public static final Conflation NONE = new Conflation(Duration.ZERO, Map.of());

    public Conflation {
        components = Map.copyOf(components);
    }

    /** The interval of a component. */
    public Duration of(String component) {
        return components.getOrDefault(component, standard);
    }
}
