package io.hjx.runtime.instance;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The lists and objects that a change has replaced by others, for patches; anything else is sent as it is now.
 * Immutable.
 *
 * @param size about the characters that are held for them alone: not those of items that the new lists share
 */
record Former(Map<String, Value> values, int size) {

    static final Former NONE = new Former(Map.of(), 0);

    /** About what an item of a list takes that is held elsewhere. */
    private static final int SHARED_ITEM = 4;

    /**
     * What a change has replaced.
     *
     * @param keys that it changed
     * @param wanted asked once for each of them
     */
    static Former of(StateMap before, StateMap after, Set<String> keys, Predicate<String> wanted) {
        Map<String, Value> values = new HashMap<>();
        long size = 0;
        for (String key : keys) {
            if (!wanted.test(key)) {
                continue;
            }
            Normal old = before.get(key);
            Value value = old.value();
            Value now = after.values().get(key);
            if (value instanceof ListValue list && now instanceof ListValue next) {
                values.put(key, list);
                size += held(list, next, old.size());
            } else if (value instanceof ObjectValue && now instanceof ObjectValue) {
                values.put(key, value);
                size += old.size();
            }
        }
        return values.isEmpty() ? NONE : new Former(Map.copyOf(values), (int) Math.min(size, Integer.MAX_VALUE));
    }

    private static long held(ListValue list, ListValue next, int size) {
        int own = list.size() - Ends.shared(list, next).both();
        return (long) SHARED_ITEM * list.size() + (long) own * size / Math.max(1, list.size());
    }
}
