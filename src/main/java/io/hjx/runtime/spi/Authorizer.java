package io.hjx.runtime.spi;

import io.hjx.lang.CompiledComponent;

/** Says who may do what. Thread-safe. */
public interface Authorizer {

    /** May this principal see the component's instance of this key? */
    boolean mayView(Principal principal, CompiledComponent component, String key);

    /**
     * May this principal use what {@code access:} knows as {@code action}: a handler's name, {@code bind}, or
     * {@code handlers}?
     */
    boolean mayUse(Principal principal, CompiledComponent component, String key, String action);

    /** May this principal have the component's module, style and other files? */
    default boolean mayFetch(Principal principal, CompiledComponent component) {
        return mayView(principal, component, "");
    }
}
