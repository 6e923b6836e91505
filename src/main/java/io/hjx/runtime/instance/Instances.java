package io.hjx.runtime.instance;

import io.hjx.runtime.spi.StateStore.InstanceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The instances that are alive, by component and key. Thread-safe.
 *
 * <p>An instance is used through a {@link Lease}; only one that nobody has leased for its idle time is evicted, so that
 * nobody ever joins an instance on its way out. At the bound the one goes that was only looked at, longest ago; where
 * there is none, no further instance is opened.
 */
public final class Instances {

    /** How long an instance of which nothing can be lost outlives its last user. */
    private static final Duration SPARE_IDLE = Duration.ofMinutes(1);

    private final Environment environment;
    private final ConcurrentHashMap<InstanceKey, Slot> slots = new ConcurrentHashMap<>();
    private final Companions companions = new Companions();
    private final Round visits = new Round("a visit of instances");
    private volatile boolean stopped;

    public Instances(Environment environment) {
        this.environment = environment;
    }

    /** What the application adds to instances. */
    public Companions companions() {
        return companions;
    }

    /** An instance with its users, who come and go within the map's lock on its key. */
    private static final class Slot {
        private final Instance instance;
        private final Duration idle;

        /** Written within the map's lock on the key; read without where being late does no harm. */
        private volatile Use use = new Use(0, 0);

        Slot(Instance instance, Duration idle) {
            this.instance = instance;
            this.idle = idle;
        }

        void enter() {
            use = new Use(use.users + 1, 0);
        }

        void leave(long nanos) {
            use = new Use(use.users - 1, nanos);
        }

        /** True where nobody would miss it. */
        boolean isSpare() {
            return use.users == 0 && instance.isOnlyLookedAt();
        }

        Duration longestIdle() {
            boolean spare = instance.isOnlyLookedAt() || instance.isPristine();
            return spare && idle.compareTo(SPARE_IDLE) > 0 ? SPARE_IDLE : idle;
        }
    }

    /** How many have leased an instance, and where nobody has, since when. Immutable. */
    private record Use(int users, long idleSince) {}

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
                        slot.leave(environment.ticker().nanos());
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
        Lease lease = enter(key, idle, behavior);
        if (lease == null && !stopped && makeRoom()) {
            lease = enter(key, idle, behavior);
        }
        if (lease != null && stopped) {
            // Entered just before `stop`, which may have passed it by
            lease.close();
            lease.instance().stop();
            return null;
        }
        return lease;
    }

    private @Nullable Lease enter(InstanceKey key, Duration idle, Supplier<Behavior> behavior) {
        Slot entered = slots.compute(key, (wanted, present) -> {
            Slot slot = present;
            if (slot == null) {
                if (stopped
                        || slots.mappingCount()
                                >= environment.settings().state().instances()) {
                    return null;
                }
                slot = new Slot(new Instance(wanted, behavior.get(), environment, companions, this::forget), idle);
            }
            slot.enter();
            return slot;
        });
        return entered == null ? null : new Lease(entered);
    }

    /** Ends the instance that was only looked at, longest ago, and in which nothing is under way. */
    private boolean makeRoom() {
        Slot oldest = null;
        for (Slot slot : slots.values()) {
            if (slot.isSpare()
                    && slot.instance.isQuiet()
                    && (oldest == null || slot.use.idleSince - oldest.use.idleSince < 0)) {
                oldest = slot;
            }
        }
        Slot spare = oldest;
        return spare != null && spare.instance.evictNow(() -> giveUp(spare, spare::isSpare));
    }

    private void forget(Instance instance) {
        slots.computeIfPresent(instance.key(), (key, slot) -> slot.instance == instance ? null : slot);
    }

    public int size() {
        return slots.size();
    }

    /** Calls the visitor with every instance. */
    public void forEach(Consumer<Instance> visitor) {
        visits.each(slots.values(), slot -> visitor.accept(slot.instance));
    }

    /** Evicts what has been idle for too long, and lets every instance forget clients that are gone for good. */
    public void sweep() {
        visits.each(slots.values(), slot -> {
            if (isIdle(slot)) {
                slot.instance.evict(() -> giveUp(slot, () -> isIdle(slot)));
            } else {
                slot.instance.purge();
            }
        });
    }

    /**
     * Takes an idle instance out of the map, unless somebody has leased it meanwhile. Without a durable store its state
     * goes too, and goes first: whoever opens the key next begins anew.
     */
    private boolean giveUp(Slot slot, BooleanSupplier stillIdle) {
        AtomicBoolean givenUp = new AtomicBoolean();
        slots.computeIfPresent(slot.instance.key(), (key, present) -> {
            if (present != slot || !stillIdle.getAsBoolean()) {
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
        Use use = slot.use;
        return use.users == 0
                && environment.ticker().nanos() - use.idleSince
                        >= slot.longestIdle().toNanos();
    }

    /** Ends all instances and opens no more; completes when the last has ended. */
    public CompletionStage<Void> stop() {
        stopped = true;
        List<CompletableFuture<Void>> endings = new ArrayList<>();
        forEach(instance -> endings.add(instance.stop().toCompletableFuture()));
        return CompletableFuture.allOf(endings.toArray(new CompletableFuture<?>[0]));
    }
}
