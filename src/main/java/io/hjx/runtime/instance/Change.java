package io.hjx.runtime.instance;

import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import java.util.List;
import java.util.Set;

/**
 * One committed change as history keeps it: which keys, not which values. Who lags behind wants the latest values
 * anyway, so that history costs a few names a version and no old state is kept alive. Immutable.
 */
record Change(long version, Set<String> keys, List<NamedEvent> broadcasts) {

    /** About the characters that it holds. */
    int size() {
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
