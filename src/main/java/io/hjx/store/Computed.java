package io.hjx.store;

import io.hjx.api.Values;
import java.util.Set;
import java.util.function.Function;

/** A name that a function computes. Thread-safe. */
final class Computed {

    private final Function<? super Values, ?> function;

    /** What the function read the last time; written by turns. */
    private volatile Set<String> reads = Set.of();

    Computed(Function<? super Values, ?> function) {
        this.function = function;
    }

    Function<? super Values, ?> function() {
        return function;
    }

    Set<String> reads() {
        return reads;
    }

    void setReads(Set<String> newReads) {
        reads = Set.copyOf(newReads);
    }
}
