package io.hjx.runtime.instance;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a state in the order in which they came, each with its place from 0. Immutable. */
final class StateKeys {

    static final StateKeys NONE = new StateKeys(List.of());

    private final String[] keys;
    private final Map<String, Integer> places = new HashMap<>();

    private StateKeys(Collection<String> all) {
        keys = all.toArray(String[]::new);
        for (int place = 0; place < keys.length; place++) {
            places.put(keys[place], place);
        }
    }

    /** These keys, each of which is there once. */
    static StateKeys of(Collection<String> all) {
        return new StateKeys(all);
    }

    /** The place of a key, or -1. */
    int place(String key) {
        return places.getOrDefault(key, -1);
    }

    String at(int place) {
        return keys[place];
    }
}
