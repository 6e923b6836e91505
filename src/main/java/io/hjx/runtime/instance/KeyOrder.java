package io.hjx.runtime.instance;

import io.hjx.lang.value.ObjectValue;

/** Whether operations on single keys make one object of another with the keys in the same order. */
final class KeyOrder {

    /** In JavaScript an assignment to it is none of a property. */
    static final String PROTOTYPE = "__proto__";

    private KeyOrder() {}

    /** True where removing what is gone and then adding what is new leads from one object's keys to the other's. */
    static boolean canBecome(ObjectValue before, ObjectValue after) {
        return !before.has(PROTOTYPE)
                && !after.has(PROTOTYPE)
                && (isSame(before, after) || isSame(patched(before, after), after));
    }

    private static ObjectValue patched(ObjectValue before, ObjectValue after) {
        ObjectValue.Builder keys = new ObjectValue.Builder(after.size());
        for (int i = 0; i < before.size(); i++) {
            if (after.has(before.key(i))) {
                keys.put(before.key(i), before.value(i));
            }
        }
        return keys.putAll(after).build();
    }

    private static boolean isSame(ObjectValue one, ObjectValue other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.key(i).equals(other.key(i));
        }
        return same;
    }
}
