package io.hjx.runtime;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.value.Value;
import java.util.Map;

/**
 * An instance as a new client would find it: what a first page is made of. Immutable but for {@code access}, which
 * belongs to one thread.
 *
 * @param epoch with {@code version} what the page's module subscribes with
 * @param state what clients of {@code hjx.v1} see
 * @param local what they see of their own names
 * @param access everything, with fresh local names, for rendering; writes go nowhere
 */
public record View(
        CompiledComponent component,
        String epoch,
        long version,
        Map<String, Value> state,
        Map<String, Value> local,
        StateAccess access) {}
