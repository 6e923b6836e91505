package io.hjx.lang.analyze;

import java.util.Set;

/** The handlers that an application adds to components outside of their files, in Java. Thread-safe. */
@FunctionalInterface
public interface KnownHandlers {

    /** There are none. */
    KnownHandlers NONE = component -> Set.of();

    /** The names of those of a component. */
    Set<String> of(String component);
}
