package io.hjx.runtime.instance;

import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.StateStore.StoredState;
import java.util.Map;

/**
 * An instance's state as it is given to a store: values, and the answers that make redelivery harmless. Immutable; the
 * bytes are made only for engines that ask.
 */
record StateImage(Map<String, Value> values, Recollection recollection) implements StoredState {

    @Override
    public byte[] bytes() {
        return ImageCodec.encode(this);
    }

    /** What a store has loaded: this very object where the engine keeps objects, else its bytes. */
    static StateImage of(StoredState stored) {
        return stored instanceof StateImage image ? image : ImageCodec.decode(stored.bytes());
    }
}
