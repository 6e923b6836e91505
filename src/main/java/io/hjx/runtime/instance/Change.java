package io.hjx.runtime.instance;

import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One committed change as history keeps it: which keys, not which values. Who lags behind wants the latest values
 * anyway, so that history costs a few names a version. Immutable.
 *
 * @param keys in the order in which they changed
 * @param former what it replaced, as far as patches are made from it
 * @param size about the characters that it holds without these
 */
record Change(long version, Set<String> keys, Former former, List<NamedEvent> broadcasts, int size) {

    static Change of(long version, Set<String> keys, Former former, List<NamedEvent> broadcasts) {
        Set<String> kept = keys.size() == 1
                ? Set.of(keys.iterator().next())
                : Collections.unmodifiableSet(new LinkedHashSet<>(keys));
        return new Change(version, kept, former, List.copyOf(broadcasts), size(keys, broadcasts));
    }

    Change withoutFormer() {
        return new Change(version, keys, Former.NONE, broadcasts, size);
    }

    private static int size(Set<String> keys, List<NamedEvent> broadcasts) {
        int size = 0;
        for (String key : keys) {
            size += key.length();
        }
        for (NamedEvent broadcast : broadcasts) {
            size += broadcast.size();
        }
        return size;
    }
}
