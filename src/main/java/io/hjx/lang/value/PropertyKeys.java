package io.hjx.lang.value;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an object in JavaScript's order, shared by the objects that have the same. Immutable.
 *
 * <p>Few keys are compared one by one; from {@value #FEW} on a hash table finds them.
 */
final class PropertyKeys {

    static final int FEW = 9;
    static final PropertyKeys NONE = new PropertyKeys(new String[0]);

    private final String[] names;
    private final @Nullable Map<String, Integer> positions;

    PropertyKeys(String[] names) {
        this.names = names;
        this.positions = names.length < FEW ? null : index(names);
    }

    static Map<String, Integer> index(String[] names) {
        Map<String, Integer> positions = new HashMap<>(names.length * 2);
        for (int i = 0; i < names.length; i++) {
            positions.put(names[i], i);
        }
        return positions;
    }

    int size() {
        return names.length;
    }

    String name(int position) {
        return names[position];
    }

    /** The position of a key, -1 where there is none. */
    int position(String key) {
        if (positions != null) {
            return positions.getOrDefault(key, -1);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The number that a key is where it is an array index in its canonical form, else -1. */
    static long arrayIndex(String key) {
        int length = key.length();
        if (length == 0 || length > 10 || (length > 1 && key.charAt(0) == '0')) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < length; i++) {
            char c = key.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number < 0xFFFF_FFFFL ? number : -1;
    }
}
