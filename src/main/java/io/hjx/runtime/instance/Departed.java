package io.hjx.runtime.instance;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The clients of an instance that have gone and may come back, the one that left first in front. Confined to the
 * mailbox.
 *
 * <p>Bounded twice: by their number, and by what their own names hold. Past the second, who left first comes back to
 * names as they are at the beginning; the answers to what it asked for stay, so that nothing is done twice.
 */
final class Departed {

    private static final int MAX_CLIENTS = 10_000;

    /** About characters of JSON text, of all of them together. */
    private static final int MAX_SIZE = 4 << 20;

    private final Ledger ledger;
    private final Map<String, Participant> clients = new LinkedHashMap<>();

    /** Those whose own names are kept, in the same order. */
    private final Set<Participant> holding = new LinkedHashSet<>();

    private long size;

    Departed(Ledger ledger) {
        this.ledger = ledger;
    }

    boolean isEmpty() {
        return clients.isEmpty();
    }

    /** Takes up a client whose last subscription has gone. */
    void add(Participant participant, long nanos) {
        participant.leave(nanos);
        clients.put(participant.identity().client(), participant);
        hold(participant);
        if (clients.size() > MAX_CLIENTS) {
            String first = clients.keySet().iterator().next();
            forget(first, Objects.requireNonNull(clients.remove(first)));
        }
    }

    private void hold(Participant participant) {
        holding.add(participant);
        size += participant.local().size();
        Iterator<Participant> oldest = holding.iterator();
        while (size > MAX_SIZE) {
            Participant first = oldest.next();
            size -= first.local().size();
            oldest.remove();
            first.restart(ledger.initialLocal());
        }
    }

    private void drop(Participant participant) {
        if (holding.remove(participant)) {
            size -= participant.local().size();
        }
    }

    /** The client that comes back, or null where nobody knows it. */
    @Nullable Participant take(String client) {
        Participant back = clients.remove(client);
        if (back != null) {
            drop(back);
        }
        return back;
    }

    /** Forgets who left that long ago. */
    void purge(long now, long window) {
        Iterator<Map.Entry<String, Participant>> oldest = clients.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Participant> next = oldest.next();
            if (now - next.getValue().leftNanos() < window) {
                return;
            }
            oldest.remove();
            forget(next.getKey(), next.getValue());
        }
    }

    private void forget(String client, Participant participant) {
        drop(participant);
        ledger.forget(client);
    }

    /** Changes what every one of them holds. */
    void replaceAll(Consumer<Participant> change) {
        holding.clear();
        size = 0;
        clients.values().forEach(participant -> {
            change.accept(participant);
            hold(participant);
        });
    }
}
