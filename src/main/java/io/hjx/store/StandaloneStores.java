package io.hjx.store;

import io.hjx.api.Store;
import io.hjx.lang.eval.Surroundings;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Companions;
import io.hjx.runtime.instance.Environment;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.spi.IdGenerator;
import io.hjx.runtime.spi.RuntimeSettings;
import io.hjx.runtime.spi.StateStore;
import io.hjx.runtime.spi.StateStore.InstanceKey;
import io.hjx.runtime.spi.Ticker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Makes stores without a component: each an instance of its own, which works on the threads of those who use it, with
 * the same bounds as any. Immutable, thread-safe.
 *
 * @param states makes the place where one store's state is kept
 */
public record StandaloneStores(
        ObjectBinding binding,
        Transactions transactions,
        Supplier<StateStore> states,
        Ticker ticker,
        IdGenerator ids,
        Surroundings surroundings) {

    /** A store that begins with these values. */
    public Store create(Map<String, ?> initial) {
        CallingThread threads = new CallingThread();
        Conversion conversion = Conversion.of(binding);
        Map<String, Value> values = new LinkedHashMap<>();
        initial.forEach((key, value) -> values.put(key, conversion.reader().read(value)));
        Instances instances = new Instances(
                new Environment(states.get(), threads, ticker, ids, surroundings, null, RuntimeSettings.standard()));
        StandaloneDoor door = new StandaloneDoor(instances, new NamedValues(values));
        LiveStore store = new LiveStore(
                door, new Tools(conversion, Functions.here(), transactions, new Changes(threads::tell), threads::tell));
        store.listenToItself();
        return store;
    }

    /** An instance that is never given back. */
    private record StandaloneDoor(Instances instances, NamedValues behavior) implements Door {

        @Override
        public InstanceKey key() {
            return new InstanceKey(behavior.name(), "");
        }

        @Override
        public Instances.Lease open() {
            return Objects.requireNonNull(
                    instances.lease(key(), RuntimeSettings.standard().state().sharedIdle(), () -> behavior),
                    "there is room for one");
        }

        @Override
        public Companions companions() {
            return instances.companions();
        }
    }
}
