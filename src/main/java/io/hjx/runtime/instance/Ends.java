package io.hjx.runtime.instance;

import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.Value;
import java.util.function.BiPredicate;

/** How many items two lists have in common at their beginning, and how many behind these at their end. Immutable. */
record Ends(int head, int tail) {

    /** How many shared items cost as much as one value that is looked at. */
    private static final int SHARED = 8;

    /** The items that are the same objects in both. */
    @SuppressWarnings("ReferenceEquality")
    static Ends shared(ListValue before, ListValue after) {
        return of(before, after, (old, now) -> old == now);
    }

    /** The items that have the same content in both; those that both share are not looked into. */
    @SuppressWarnings("ReferenceEquality")
    static Ends equal(ListValue before, ListValue after, Work work) {
        Ends ends = of(
                before,
                after,
                (old, now) -> old == now
                        || (work.spend(Math.min(Conversions.weight(old), Conversions.weight(now))) && old.equals(now)));
        work.spend((ends.head + ends.tail) / SHARED);
        return ends;
    }

    private static Ends of(ListValue before, ListValue after, BiPredicate<Value, Value> same) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && same.test(before.get(head), after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && same.test(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return new Ends(head, tail);
    }

    int both() {
        return head + tail;
    }
}
