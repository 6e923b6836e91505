package io.hjx.runtime.instance;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
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

    /** The items that have the same text in both; those that both share are not looked into. */
    @SuppressWarnings("ReferenceEquality")
    static Ends equal(ListValue before, ListValue after, Work work) {
        Ends ends = of(before, after, (old, now) -> old == now || isSame(old, now, work));
        work.spend(ends.both() / SHARED);
        return ends;
    }

    /** Equality to which the order of keys matters, since it can be seen. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Value old, Value now, Work work) {
        if (old == now) {
            return true;
        }
        if (!work.spend(1)) {
            return false;
        }
        if (old instanceof ListValue list && now instanceof ListValue other) {
            boolean same = list.size() == other.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = isSame(list.get(i), other.get(i), work);
            }
            return same;
        }
        if (old instanceof ObjectValue object && now instanceof ObjectValue other) {
            boolean same = object.size() == other.size();
            for (int i = 0; same && i < object.size(); i++) {
                same = object.key(i).equals(other.key(i)) && isSame(object.value(i), other.value(i), work);
            }
            return same;
        }
        return old.equals(now);
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
