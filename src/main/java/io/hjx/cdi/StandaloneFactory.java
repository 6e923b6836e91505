package io.hjx.cdi;

import io.hjx.api.Store;
import io.hjx.json.JsonObjects;
import io.hjx.jta.JtaTransactions;
import io.hjx.runtime.spi.Ticker;
import io.hjx.runtime.store.MemoryStateStore;
import io.hjx.store.StandaloneStores;
import java.time.Duration;
import java.util.Map;

/** Makes stores without a component, found as a service: also where there is no container. Immutable. */
public final class StandaloneFactory implements Store.Factory {

    private final StandaloneStores stores = new StandaloneStores(
            new JsonObjects(),
            JtaTransactions.ofServer(),
            MemoryStateStore::new,
            new Clock(),
            new RandomIds(),
            new SystemSurroundings());

    @Override
    public Store create(Map<String, ?> initial) {
        return stores.create(initial);
    }

    /** Such a store waits for nothing: its state is in memory, and its functions run where they are asked for. */
    private static final class Clock implements Ticker {

        @Override
        public long currentMillis() {
            return System.currentTimeMillis();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            throw new IllegalStateException("a store without a component has no timers");
        }
    }
}
