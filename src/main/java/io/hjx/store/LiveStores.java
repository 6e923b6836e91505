package io.hjx.store;

import io.hjx.api.Store;
import io.hjx.api.StoreException;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.RefusedException;
import io.hjx.runtime.instance.Companions;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.spi.StateStore.InstanceKey;
import java.util.concurrent.Executor;

/** The stores of components' instances. Thread-safe. */
public final class LiveStores {

    private final LiveRuntime runtime;
    private final Tools tools;

    /**
     * @param functions run the application's functions
     * @param listening calls the application's listeners, which may wait
     * @param telling tells what has become of changes: no thread of those that run functions and listeners, for these
     *     may wait for it
     */
    public LiveStores(
            LiveRuntime runtime,
            ObjectBinding binding,
            Functions functions,
            Transactions transactions,
            Executor listening,
            Executor telling) {
        this.runtime = runtime;
        this.tools = new Tools(Conversion.of(binding), functions, transactions, new Changes(telling), listening);
    }

    /**
     * The store of a shared instance, which begins when it is first used.
     *
     * @param key of the instance; empty for the one without
     * @throws IllegalArgumentException where there is no such component, its instances are not shared, or the key is
     *     none
     */
    public Store store(String component, String key) {
        RuntimeDoor door = new RuntimeDoor(runtime, new InstanceKey(component, key));
        door.check();
        return new LiveStore(door, tools);
    }

    private record RuntimeDoor(LiveRuntime runtime, InstanceKey key) implements Door {

        void check() {
            try {
                runtime.check(key.component(), key.key());
            } catch (RefusedException refused) {
                throw new IllegalArgumentException(refused.getMessage(), refused);
            }
        }

        @Override
        public Instances.Lease open() {
            try {
                return runtime.open(key.component(), key.key());
            } catch (RefusedException refused) {
                throw new StoreException(
                        refused.rejection().code(), refused.rejection().message());
            }
        }

        @Override
        public Companions companions() {
            return runtime.companions();
        }
    }
}
