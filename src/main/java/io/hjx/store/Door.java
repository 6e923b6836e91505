package io.hjx.store;

import io.hjx.api.StoreException;
import io.hjx.runtime.instance.Companions;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.spi.StateStore.InstanceKey;

/** The way to one instance, whether it is alive or not. Thread-safe. */
interface Door {

    InstanceKey key();

    /**
     * Opens the instance; it is started where it does not run.
     *
     * @throws StoreException where that cannot be at present
     */
    Instances.Lease open();

    Companions companions();

    /** What logs call it. */
    default String label() {
        return key().key().isEmpty() ? key().component() : key().component() + '?' + key().key();
    }
}
