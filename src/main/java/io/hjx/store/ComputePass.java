package io.hjx.store;

import io.hjx.api.Values;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One time that computed names are brought up to date. A function that reads an outdated name causes it to be computed
 * first, so that each comes behind what it reads; who so comes back to himself has found a ring. Confined to a turn.
 */
final class ComputePass {

    private final ScriptState state;
    private final Conversion conversion;
    private final Map<String, Computed> all;
    private final BiConsumer<String, Throwable> failures;
    private final Set<String> outdated = new HashSet<>();

    /** The names whose functions are running, outermost first. */
    private final Deque<String> active = new ArrayDeque<>();

    /** @param failures are told of what fails; the name then keeps its value */
    ComputePass(
            ScriptState state,
            Conversion conversion,
            Map<String, Computed> all,
            BiConsumer<String, Throwable> failures) {
        this.state = state;
        this.conversion = conversion;
        this.all = all;
        this.failures = failures;
    }

    /** Computes every name. */
    void all() {
        outdated.addAll(all.keySet());
        all.keySet().forEach(this::bring);
    }

    /** Computes what has read one of these the last time, or what follows from it. */
    void changed(Set<String> names) {
        addReaders(names);
        all.keySet().forEach(this::bring);
    }

    /** Computes a name for the first time; where that fails, so does this. */
    void first(String key, Computed computed) {
        addReaders(Set.of(key));
        outdated.remove(key);
        compute(key, computed);
    }

    private void addReaders(Set<String> names) {
        Set<String> news = names;
        while (!news.isEmpty()) {
            Set<String> sources = news;
            news = new HashSet<>();
            for (Map.Entry<String, Computed> each : all.entrySet()) {
                if (!Collections.disjoint(each.getValue().reads(), sources) && outdated.add(each.getKey())) {
                    news.add(each.getKey());
                }
            }
        }
    }

    private void bring(String key) {
        Computed computed = all.get(key);
        if (computed == null || !outdated.remove(key)) {
            return;
        }
        try {
            compute(key, computed);
        } catch (RingException ring) {
            if (!active.isEmpty()) {
                throw ring;
            }
            failures.accept(key, ring);
        } catch (Throwable failure) {
            // Whatever it is, it concerns this name alone
            failures.accept(key, failure);
        }
    }

    private void compute(String key, Computed computed) {
        Set<String> reads = new HashSet<>();
        active.addLast(key);
        try {
            state.setComputed(key, conversion.reader().read(computed.function().apply(new Traced(reads))));
        } catch (Throwable failure) {
            // What it would have read it may read the next time
            reads.addAll(computed.reads());
            throw failure;
        } finally {
            active.removeLast();
            computed.setReads(reads);
        }
    }

    private RingException ring(String key) {
        List<String> ring = new ArrayList<>(active);
        ring.subList(0, ring.indexOf(key)).clear();
        ring.add(key);
        return new RingException(ring.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" → ")));
    }

    /** The state as a function sees it, which takes note of what it reads. */
    private final class Traced implements Values {

        private final StateValues values = new StateValues(state, conversion.writer());
        private final Set<String> reads;

        Traced(Set<String> reads) {
            this.reads = reads;
        }

        @Override
        public @Nullable Object get(String key) {
            return read(key, values::get);
        }

        @Override
        public <T> @Nullable T get(String key, Class<T> type) {
            return read(key, name -> values.get(name, type));
        }

        private <T> @Nullable T read(String key, Function<String, @Nullable T> get) {
            reads.add(key);
            if (active.contains(key)) {
                throw ring(key);
            }
            bring(key);
            return get.apply(key);
        }

        /** Without what functions compute: each would read all the others. */
        @Override
        public Map<String, @Nullable Object> get() {
            Map<String, Value> given = new LinkedHashMap<>(state.getAll());
            given.keySet().removeAll(all.keySet());
            active.forEach(given::remove);
            reads.addAll(given.keySet());
            return conversion.writer().map(given);
        }
    }
}
