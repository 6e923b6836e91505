package io.hjx.runtime.instance;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which item of a list was which item of the list before: the one with the same {@code id}, the same text or number, or
 * the very same object. New items stand for old ones that are gone from between the same neighbours. As many items as
 * can be stay; the others are moved. Immutable.
 */
final class Matching {

    static final int NONE = -1;

    private final int[] sources;
    private final boolean[] kept;
    private final boolean[] stays;

    private Matching(int[] sources, int oldSize) {
        this.sources = sources;
        this.kept = new boolean[oldSize];
        this.stays = longestRise(sources);
        for (int source : sources) {
            if (source != NONE) {
                kept[source] = true;
            }
        }
        standIn();
    }

    static Matching of(List<Value> before, List<Value> after) {
        return new Matching(sources(before, after), before.size());
    }

    /** The old position of the item at a new one, or {@link #NONE}. */
    int source(int position) {
        return sources[position];
    }

    /** True for a new position whose item keeps its place among the others that stay. */
    boolean stays(int position) {
        return stays[position];
    }

    /** True for an old position whose item is still there. */
    boolean isKept(int source) {
        return kept[source];
    }

    /** The key of an object with an {@code id}. */
    private record Id(Value value) {}

    /** The key of what has no name: the object itself. */
    private record Self(Value value) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Self self && self.value == value;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(value);
        }
    }

    private static Object key(Value item) {
        if (item instanceof ObjectValue object && isName(object.get("id"))) {
            return new Id(object.get("id"));
        }
        return item instanceof ListValue || item instanceof ObjectValue ? new Self(item) : item;
    }

    private static boolean isName(Value id) {
        return id instanceof StringValue || id instanceof NumberValue;
    }

    private static int[] sources(List<Value> before, List<Value> after) {
        Map<Object, Integer> positions = new HashMap<>(before.size() * 2);
        for (int i = 0; i < before.size(); i++) {
            // Of several with one key, none is meant
            positions.merge(key(before.get(i)), i, (first, second) -> NONE);
        }
        int[] sources = new int[after.size()];
        for (int i = 0; i < sources.length; i++) {
            Integer source = positions.put(key(after.get(i)), NONE);
            sources[i] = source == null ? NONE : source;
        }
        return sources;
    }

    /** The most items that are in the same order in both: a longest rising part of their sources. */
    private static boolean[] longestRise(int[] sources) {
        int[] ends = new int[sources.length];
        int[] previous = new int[sources.length];
        int length = 0;
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] != NONE) {
                int rank = rank(ends, length, sources, sources[i]);
                previous[i] = rank == 0 ? NONE : ends[rank - 1];
                ends[rank] = i;
                length = Math.max(length, rank + 1);
            }
        }
        boolean[] rise = new boolean[sources.length];
        for (int i = length == 0 ? NONE : ends[length - 1]; i != NONE; i = previous[i]) {
            rise[i] = true;
        }
        return rise;
    }

    /** How many of the rises found so far end below a source. */
    private static int rank(int[] ends, int length, int[] sources, int source) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sources[ends[middle]] < source) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Lets new items stand for old ones that are gone, where both are between the same two that stay. */
    private void standIn() {
        int[] limits = new int[sources.length];
        int limit = kept.length;
        for (int i = sources.length - 1; i >= 0; i--) {
            limit = stays[i] ? sources[i] : limit;
            limits[i] = limit;
        }
        int free = 0;
        for (int i = 0; i < sources.length; i++) {
            if (stays[i]) {
                free = sources[i] + 1;
            } else if (sources[i] == NONE) {
                while (free < limits[i] && kept[free]) {
                    free++;
                }
                if (free < limits[i]) {
                    sources[i] = free;
                    kept[free++] = true;
                    stays[i] = true;
                }
            }
        }
    }
}
