package io.hjx.security;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many connections there may be, in all and from one address. Thread-safe.
 *
 * <p>A handshake reserves a place before the container has a connection, and the connection takes it when it opens. A
 * client that vanishes in between would keep its place for ever, so a reservation lapses after ten seconds.
 */
public final class ConnectionLimits {

    private static final long LAPSE_NANOS = 10_000_000_000L;

    private final int total;
    private final int perAddress;
    private final LongSupplier nanos;
    private final AtomicInteger taken = new AtomicInteger();
    private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Queue<Place> reserved = new ConcurrentLinkedQueue<>();

    /**
     * @param total the most connections
     * @param perAddress the most of one address; zero without such a limit
     * @param nanos a clock that never goes back
     */
    public ConnectionLimits(int total, int perAddress, LongSupplier nanos) {
        this.total = total;
        this.perAddress = perAddress;
        this.nanos = nanos;
    }

    /** What a reservation came to. */
    public sealed interface Reservation {}

    /** Why there is no place. */
    public enum Full implements Reservation {
        /** The server holds as many connections as it may. */
        SERVER,
        /** The address does. */
        ADDRESS
    }

    /** Reserves a place for a handshake from this address. */
    public Reservation reserve(String address) {
        lapse();
        if (taken.incrementAndGet() > total) {
            taken.decrementAndGet();
            return Full.SERVER;
        }
        int here = byAddress.merge(address, 1, Integer::sum);
        if (perAddress > 0 && here > perAddress) {
            giveBack(address);
            return Full.ADDRESS;
        }
        Place place = new Place(address, nanos.getAsLong());
        reserved.add(place);
        return place;
    }

    /** Says why a handshake from this address would find no place now; null where it would find one. */
    public @Nullable Full full(String address) {
        lapse();
        if (taken.get() >= total) {
            return Full.SERVER;
        }
        return perAddress > 0 && byAddress.getOrDefault(address, 0) >= perAddress ? Full.ADDRESS : null;
    }

    /** The places that are reserved or taken. */
    public int size() {
        return taken.get();
    }

    private void lapse() {
        long now = nanos.getAsLong();
        for (Place head = reserved.peek(); head != null; head = reserved.peek()) {
            if (head.isReserved() && now - head.since < LAPSE_NANOS) {
                return;
            }
            reserved.remove(head);
            head.giveUp();
        }
    }

    private void giveBack(String address) {
        byAddress.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        taken.decrementAndGet();
    }

    private enum Stage {
        RESERVED,
        TAKEN,
        RELEASED
    }

    /** One connection's place. Thread-safe. */
    public final class Place implements Reservation {

        private final String address;
        private final long since;
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.RESERVED);

        private Place(String address, long since) {
            this.address = address;
            this.since = since;
        }

        /** Takes the place for an open connection; false where the reservation has lapsed. */
        public boolean take() {
            return stage.compareAndSet(Stage.RESERVED, Stage.TAKEN);
        }

        /** Gives the place back; harmless when that is done. */
        public void release() {
            if (stage.getAndSet(Stage.RELEASED) != Stage.RELEASED) {
                giveBack(address);
            }
        }

        private boolean isReserved() {
            return stage.get() == Stage.RESERVED;
        }

        private void giveUp() {
            if (stage.compareAndSet(Stage.RESERVED, Stage.RELEASED)) {
                giveBack(address);
            }
        }
    }
}
