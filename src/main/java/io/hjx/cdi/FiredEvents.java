package io.hjx.cdi;

import io.hjx.handlers.LiveHandlers;
import io.hjx.runtime.LiveRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Provider;

/** Passes CDI events on to the instances whose components observe them. Thread-safe. */
@ApplicationScoped
public class FiredEvents {

    @Inject
    private Provider<LiveHandlers> handlers;

    @Inject
    private Provider<LiveRuntime> runtime;

    @Inject
    private Lifecycle lifecycle;

    void tell(Class<?> type, Object event) {
        if (lifecycle.isReady()) {
            handlers.get().fired(type, event, runtime.get()::everywhere);
        }
    }
}
