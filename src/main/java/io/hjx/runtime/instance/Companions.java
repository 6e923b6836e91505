package io.hjx.runtime.instance;

import io.hjx.runtime.spi.StateStore.InstanceKey;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the application has added to instances, by their keys, whether they are alive or not. Thread-safe. As large as
 * the application makes it: clients add nothing.
 */
public final class Companions {

    private final ConcurrentHashMap<InstanceKey, Companion> all = new ConcurrentHashMap<>();

    @Nullable Companion of(InstanceKey key) {
        return all.isEmpty() ? null : all.get(key);
    }

    /** Puts another companion in the place of the present one, atomically; null is none. */
    public void replace(InstanceKey key, UnaryOperator<@Nullable Companion> next) {
        all.compute(key, (same, present) -> next.apply(present));
    }
}
