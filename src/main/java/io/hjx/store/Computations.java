package io.hjx.store;

import io.hjx.api.Values;
import io.hjx.runtime.spi.ScriptState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of one instance that functions compute. Changed by turns, one at a time; any thread may ask. */
final class Computations {

    private static final System.Logger LOG = System.getLogger("io.hjx.store");

    private final Conversion conversion;
    private final String label;

    /** In the order in which they came; never changed, but replaced. */
    private volatile Map<String, Computed> all = Map.of();

    /** True where a turn was dropped in which functions have read: what they have read there counts no more. */
    private volatile boolean outdated;

    /** @param label the instance, for the log */
    Computations(Conversion conversion, String label) {
        this.conversion = conversion;
        this.label = label;
    }

    Set<String> names() {
        return all.keySet();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean readAny(Set<String> changed) {
        Map<String, Computed> present = all;
        return !present.isEmpty()
                && (outdated
                        || present.values().stream().anyMatch(each -> !Collections.disjoint(each.reads(), changed)));
    }

    /** Computes all names. */
    void computeAll(ScriptState state) {
        outdated = false;
        pass(state, all).all();
    }

    /** Computes what reads one of these. */
    void compute(Set<String> changed, ScriptState state) {
        if (outdated) {
            computeAll(state);
        } else {
            pass(state, all).changed(changed);
        }
    }

    /**
     * Begins to keep a name.
     *
     * @return what takes that back, where its turn is not kept
     * @throws RuntimeException where it cannot be computed, whatever the reason; nothing has changed then
     */
    Runnable define(String key, Function<? super Values, ?> function, ScriptState state) {
        Computed computed = new Computed(function);
        Map<String, Computed> others = new LinkedHashMap<>(all);
        @Nullable Computed before = others.remove(key);
        pass(state, others).first(key, computed);
        put(key, computed);
        return () -> put(key, before);
    }

    private synchronized void put(String key, @Nullable Computed computed) {
        Map<String, Computed> next = new LinkedHashMap<>(all);
        if (computed == null) {
            next.remove(key);
        } else {
            next.put(key, computed);
        }
        all = Collections.unmodifiableMap(next);
    }

    void dropped() {
        outdated = true;
    }

    private ComputePass pass(ScriptState state, Map<String, Computed> names) {
        return new ComputePass(state, conversion, names, this::failed);
    }

    private void failed(String key, Throwable failure) {
        if (failure instanceof RingException) {
            LOG.log(System.Logger.Level.WARNING, "{0}: `{1}` keeps its value: {2}", label, key, failure.getMessage());
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    label + ": `" + key + "` keeps its value: its function failed",
                    failure);
        }
    }
}
