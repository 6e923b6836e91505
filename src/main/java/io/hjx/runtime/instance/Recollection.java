package io.hjx.runtime.instance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last answers to each client, so that what is sent again after a break is answered and not executed again.
 * Immutable and persistent: it is part of every committed state, and remembering one answer copies one bucket, not the
 * answers of all clients.
 *
 * <p>Holds {@value #ANSWERS} answers a client. Who is forgotten, and when, is the instance's business.
 */
final class Recollection {

    /** The answers kept of one client: as many as it may have unacknowledged. */
    static final int ANSWERS = 32;

    private static final int BUCKETS = 64;
    private static final Entry[] NONE = {};

    static final Recollection EMPTY = new Recollection(emptyBuckets());

    private final Entry[][] buckets;

    private Recollection(Entry[][] buckets) {
        this.buckets = buckets;
    }

    /** One client's answers, oldest first; ids rise. */
    private static final class Entry {
        private final String client;
        private final Answer[] answers;

        Entry(String client, Answer[] answers) {
            this.client = client;
            this.answers = answers;
        }
    }

    private static Entry[][] emptyBuckets() {
        Entry[][] buckets = new Entry[BUCKETS][];
        java.util.Arrays.fill(buckets, NONE);
        return buckets;
    }

    /** True where the client's numbers already went past this one: it is a repetition. */
    boolean past(String client, long id) {
        Answer[] answers = answers(client);
        return answers.length > 0 && answers[answers.length - 1].id() >= id;
    }

    /** True where answers to this client are remembered. */
    boolean knows(String client) {
        return answers(client).length > 0;
    }

    /** The answer given to this number, or null where none is known. */
    @Nullable Answer answer(String client, long id) {
        for (Answer answer : answers(client)) {
            if (answer.id() == id) {
                return answer;
            }
        }
        return null;
    }

    private Answer[] answers(String client) {
        for (Entry entry : buckets[bucket(client)]) {
            if (entry.client.equals(client)) {
                return entry.answers;
            }
        }
        return new Answer[0];
    }

    /** This recollection and one answer more; its id is above all of that client's. */
    Recollection with(String client, Answer answer) {
        Answer[] before = answers(client);
        int dropped = Math.max(0, before.length + 1 - ANSWERS);
        Answer[] after = new Answer[before.length + 1 - dropped];
        System.arraycopy(before, dropped, after, 0, before.length - dropped);
        after[after.length - 1] = answer;
        return replace(client, new Entry(client, after));
    }

    /** This recollection without a client. */
    Recollection without(String client) {
        return answers(client).length == 0 ? this : replace(client, null);
    }

    private Recollection replace(String client, @Nullable Entry entry) {
        int index = bucket(client);
        Entry[][] copy = buckets.clone();
        copy[index] = replaced(buckets[index], client, entry);
        return new Recollection(copy);
    }

    private static Entry[] replaced(Entry[] bucket, String client, @Nullable Entry entry) {
        if (bucket.length == 1 && entry != null && bucket[0].client.equals(client)) {
            return new Entry[] {entry};
        }
        List<Entry> others = new ArrayList<>(bucket.length + 1);
        for (Entry other : bucket) {
            if (!other.client.equals(client)) {
                others.add(other);
            }
        }
        if (entry != null) {
            others.add(entry);
        }
        return others.toArray(NONE);
    }

    private static int bucket(String client) {
        int hash = client.hashCode();
        return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
    }

    /** Calls the visitor with each client's answers. */
    void forEach(java.util.function.BiConsumer<String, List<Answer>> visitor) {
        for (Entry[] bucket : buckets) {
            for (Entry entry : bucket) {
                visitor.accept(entry.client, List.of(entry.answers));
            }
        }
    }
}
