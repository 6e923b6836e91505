package io.hjx.runtime.instance;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The clients of an instance that have gone and may come back to something, the one that left first in front. Confined
 * to the mailbox.
 *
 * <p>Bounded twice: by their number, and by what their own names hold. Past the second, who left first comes back to
 * names as they are at the beginning; the answers to what it asked for stay, so that nothing is done twice.
 */
final class Departed {

    /** As many as a server lets come back: who is forgotten here could else ask for the same thing again. */
    private static final int MAX_CLIENTS = 20_000;

    /** About characters of JSON text, of all of them together. */
    private static final int MAX_SIZE = 4 << 20;

    private final Ledger ledger;
    private final Map<String, Absent> clients = new LinkedHashMap<>();

    /** Those who have names other than at the beginning, in the same order. */
    private final Set<Absent> holding = new LinkedHashSet<>();

    private long size;

    Departed(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What is left of a client. */
    private static final class Absent {
        private final long leftNanos;
        private StateMap local;

        Absent(long leftNanos, StateMap local) {
            this.leftNanos = leftNanos;
            this.local = local;
        }
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }

    /** Takes up a client whose last subscription has gone. */
    void add(String client, StateMap local, long nanos) {
        Absent absent = new Absent(nanos, local);
        clients.put(client, absent);
        hold(absent);
        if (clients.size() > MAX_CLIENTS) {
            String first = clients.keySet().iterator().next();
            forget(first, Objects.requireNonNull(clients.remove(first)));
        }
    }

    private void hold(Absent absent) {
        if (absent.local == ledger.initialLocal()) {
            return;
        }
        holding.add(absent);
        size += absent.local.size();
        Iterator<Absent> oldest = holding.iterator();
        while (size > MAX_SIZE) {
            Absent first = oldest.next();
            size -= first.local.size();
            oldest.remove();
            first.local = ledger.initialLocal();
        }
    }

    private void drop(Absent absent) {
        if (holding.remove(absent)) {
            size -= absent.local.size();
        }
    }

    /** The own names of the client that comes back, or null where there is nothing that it comes back to. */
    @Nullable StateMap take(String client) {
        Absent back = clients.remove(client);
        if (back == null) {
            return null;
        }
        drop(back);
        return back.local;
    }

    /** Forgets who left that long ago. */
    void purge(long now, long window) {
        Iterator<Map.Entry<String, Absent>> oldest = clients.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Absent> next = oldest.next();
            if (now - next.getValue().leftNanos < window) {
                return;
            }
            oldest.remove();
            forget(next.getKey(), next.getValue());
        }
    }

    private void forget(String client, Absent absent) {
        drop(absent);
        ledger.forget(client);
    }

    /** Changes the own names of every one of them. */
    void replaceAll(UnaryOperator<StateMap> change) {
        holding.clear();
        size = 0;
        clients.values().forEach(absent -> {
            absent.local = change.apply(absent.local);
            hold(absent);
        });
    }
}
