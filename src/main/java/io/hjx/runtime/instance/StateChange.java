package io.hjx.runtime.instance;

import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import io.hjx.runtime.spi.StateStore.StoredState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one commit changes, for a store that tells other nodes: values by key, {@code undefined} for a key that goes,
 * and the broadcasts that belong to it. Immutable.
 */
record StateChange(Map<String, Value> values, List<NamedEvent> broadcasts) implements StoredState {

    static StateChange of(Transaction transaction) {
        Map<String, Value> values = new LinkedHashMap<>();
        transaction
                .sharedChanges()
                .forEach((key, normal) ->
                        values.put(key, normal.value() == null ? Undefined.UNDEFINED : normal.value()));
        return new StateChange(values, List.copyOf(transaction.broadcasts()));
    }

    @Override
    public byte[] bytes() {
        return ImageCodec.encode(this);
    }
}
