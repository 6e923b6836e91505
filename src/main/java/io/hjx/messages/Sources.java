package io.hjx.messages;

import io.hjx.runtime.spi.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who has which name: one client for each, and for a while those that are gone and may come back. Thread-safe.
 *
 * <p>A client is the same where it knows its token, for the same user and browser session. The same user without the
 * token takes the name over, as a new client: what another one has sent is not taken for its own. The name of a client
 * that is gone is free; whoever takes it ends what was kept for that client.
 */
final class Sources {

    private final Ticker ticker;
    private final Duration window;
    private final Function<Claim, Source> newcomer;

    /** Both by name; guarded by this. */
    private final Map<String, Source> present = new LinkedHashMap<>();

    private final Map<String, Absent> gone = new LinkedHashMap<>();

    /** Guarded by this: about the characters that are kept of those who are gone. */
    private long goneSize;

    private record Absent(Source source, long since, int size) {}

    /**
     * A name that was taken.
     *
     * @param greeting what the connection begins with
     * @param replaced the connection that was reached by this name so far
     * @param ended the client that had the name and is another one
     */
    record Taken(
            List<String> greeting,
            @Nullable MessageConnection replaced,
            @Nullable Source ended) {}

    Sources(Ticker ticker, Duration window, Function<Claim, Source> newcomer) {
        this.ticker = ticker;
        this.window = window;
        this.newcomer = newcomer;
    }

    /** Whether a connection that came now would get the name. */
    synchronized boolean admits(Claim claim) {
        Source holder = present.get(claim.source());
        return holder == null || holder.yieldsTo(claim);
    }

    /** Gives the name to a connection; null where somebody else has it. */
    synchronized @Nullable Taken take(Claim claim, MessageConnection connection) {
        if (!admits(claim)) {
            return null;
        }
        Source before = present.get(claim.source());
        if (before == null) {
            before = comeBack(claim.source());
        }
        Source source = before != null && before.isContinuedBy(claim) ? before : newcomer.apply(claim);
        MessageConnection replaced = before == null ? null : before.reachedBy(null);
        source.reachedBy(connection);
        connection.speaksFor(source);
        present.put(source.name(), source);
        return new Taken(source.greeting(), replaced, before == source ? null : before);
    }

    private @Nullable Source comeBack(String name) {
        Absent absent = gone.remove(name);
        if (absent == null) {
            return null;
        }
        goneSize -= absent.size;
        return absent.source;
    }

    /** The connection is gone; its client may come back. */
    void leave(Source source, MessageConnection connection) {
        synchronized (this) {
            if (source.connection() != connection) {
                return; // another one has taken its place
            }
            source.reachedBy(null);
            present.remove(source.name());
            Absent absent = new Absent(source, ticker.nanos(), source.size());
            gone.put(source.name(), absent);
            goneSize += absent.size;
        }
        purge();
    }

    /** Forgets who has been gone for too long, or, where they are too many, longest. */
    void purge() {
        List<Source> forgotten = new ArrayList<>();
        synchronized (this) {
            long now = ticker.nanos();
            Iterator<Absent> oldest = gone.values().iterator();
            while (oldest.hasNext()) {
                Absent absent = oldest.next();
                boolean over = now - absent.since >= window.toNanos();
                if (!over && gone.size() <= MessageSettings.MAX_GONE && goneSize <= MessageSettings.MAX_GONE_TEXT) {
                    break;
                }
                oldest.remove();
                goneSize -= absent.size;
                forgotten.add(absent.source);
            }
        }
        forgotten.forEach(source -> source.end("unknown-source", "The client has not come back."));
    }

    synchronized @Nullable Source find(String name) {
        return present.get(name);
    }

    synchronized List<Source> all() {
        return List.copyOf(present.values());
    }

    synchronized Set<String> names() {
        return Collections.unmodifiableSet(new TreeSet<>(present.keySet()));
    }
}
