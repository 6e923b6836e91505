package io.hjx.runtime.instance;

import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import io.hjx.runtime.spi.StateStore.StoredState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one commit changes, for a store that tells other nodes, and the broadcasts that belong to it. Immutable; nothing
 * is made of it before somebody asks.
 */
record StateChange(Map<String, Normal> changes, List<NamedEvent> broadcasts) implements StoredState {

    /** What a transaction changes that is settled, so that it holds no less and no more later. */
    static StateChange of(Transaction settled) {
        return new StateChange(settled.sharedChanges(), settled.broadcasts());
    }

    /** Values by key, {@code undefined} for a key that goes. */
    Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        changes.forEach(
                (key, normal) -> values.put(key, normal.value() == null ? Undefined.UNDEFINED : normal.value()));
        return values;
    }

    @Override
    public byte[] bytes() {
        return ImageCodec.encode(this);
    }
}
