package io.hjx.runtime.instance;

import io.hjx.runtime.spi.StateStore.InstanceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances that are alive, by component and key. Thread-safe.
 *
 * <p>An instance is used through a {@link Lease}; only one that nobody has leased for its idle time is evicted, so that
 * nobody ever joins an instance on its way out. At the bound no further instance is opened.
 */
public final class Instances {

    /** How long an instance that never changed outlives its last user: nothing of it can be lost. */
    private static final Duration PRISTINE_IDLE = Duration.ofMinutes(1);

    private final Environment environment;
    private final ConcurrentHashMap<InstanceKey, Slot> slots = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    public Instances(Environment environment) {
        this.environment = environment;
    }

    /** An instance with its users, who are counted within the map's lock on its key. */
    private static final class Slot {
        private final Instance instance;
        private final Duration idle;

        private int users;
        private long idleSince;

        Slot(Instance instance, Duration idle) {
            this.instance = instance;
            this.idle = idle;
        }
    }

    /** The use of an instance, which stays at least until the lease is given back. Thread-safe. */
    public final class Lease {
        private final Slot slot;
        private boolean open = true;

        private Lease(Slot slot) {
            this.slot = slot;
        }

        public Instance instance() {
            return slot.instance;
        }

        /** Gives the instance back; harmless when already done. */
        public synchronized void close() {
            if (open) {
                open = false;
                slots.computeIfPresent(slot.instance.key(), (key, present) -> {
                    if (present == slot) {
                        slot.idleSince = environment.ticker().nanos();
                        slot.users--;
                    }
                    return present;
                });
            }
        }
    }

    /**
     * Leases an instance, which is started where it does not run.
     *
     * @param idle how long the instance may stay without users
     * @return null where there are too many instances
     */
    public @Nullable Lease lease(InstanceKey key, Duration idle, Supplier<Behavior> behavior) {
        Slot used = slots.compute(key, (wanted, present) -> {
            Slot slot = present;
            if (slot == null) {
                if (stopped
                        || slots.mappingCount()
                                >= environment.settings().state().instances()) {
                    return null;
                }
                slot = new Slot(new Instance(wanted, behavior.get(), environment, this::forget), idle);
            }
            slot.users++;
            return slot;
        });
        return used == null ? null : new Lease(used);
    }

    private void forget(Instance instance) {
        slots.computeIfPresent(instance.key(), (key, slot) -> slot.instance == instance ? null : slot);
    }

    public int size() {
        return slots.size();
    }

    /** Calls the visitor with every instance. */
    public void forEach(Consumer<Instance> visitor) {
        slots.values().forEach(slot -> visitor.accept(slot.instance));
    }

    /** Evicts what has been idle for too long, and lets every instance forget clients that are gone for good. */
    public void sweep() {
        for (Slot slot : slots.values()) {
            if (isIdle(slot)) {
                slot.instance.evict(() -> giveUp(slot));
            } else {
                slot.instance.purge();
            }
        }
    }

    /**
     * Takes an idle instance out of the map, unless somebody has leased it meanwhile. Without a durable store its state
     * goes too, and goes first: whoever opens the key next begins anew.
     */
    private boolean giveUp(Slot slot) {
        AtomicBoolean givenUp = new AtomicBoolean();
        slots.computeIfPresent(slot.instance.key(), (key, present) -> {
            if (present != slot || slot.users > 0) {
                return present;
            }
            if (!environment.store().capabilities().durable()) {
                environment.store().remove(key);
            }
            givenUp.set(true);
            return null;
        });
        return givenUp.get();
    }

    private boolean isIdle(Slot slot) {
        long now = environment.ticker().nanos();
        Duration longest =
                isPristine(slot.instance) && slot.idle.compareTo(PRISTINE_IDLE) > 0 ? PRISTINE_IDLE : slot.idle;
        AtomicBoolean idle = new AtomicBoolean();
        slots.computeIfPresent(slot.instance.key(), (key, present) -> {
            idle.set(present == slot && slot.users == 0 && now - slot.idleSince >= longest.toNanos());
            return present;
        });
        return idle.get();
    }

    private static boolean isPristine(Instance instance) {
        Publication publication = instance.publication();
        return publication != null
                && publication.version() == 0
                && publication.behavior().script() == null;
    }

    /** Ends all instances and opens no more; completes when the last has ended. */
    public CompletionStage<Void> stop() {
        stopped = true;
        List<CompletableFuture<Void>> endings = new ArrayList<>();
        forEach(instance -> endings.add(instance.stop().toCompletableFuture()));
        return CompletableFuture.allOf(endings.toArray(new CompletableFuture<?>[0]));
    }
}
