package io.hjx.test;

import io.hjx.lang.eval.SiteRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The actions that want an answer, in order, as {@code outgoing.js} keeps them: those sent and not yet answered, and
 * behind them those that wait for a connection or for room. An action gets its id when it is first sent.
 */
final class Outgoing {

    private static final int MOST_WAITING = 256;
    private static final LiveError EXPIRED = new LiveError(
            "resume-expired",
            "The connection was away for too long: it is not known whether your last action took effect.",
            null);
    static final LiveError STALE = new LiveError("stale-item", "What this was about has changed.", null);
    private static final LiveError FULL = new LiveError("queue-full", "Too much is waiting for the connection.", null);

    private final Map<Long, Entry> unanswered = new TreeMap<>();
    private Deque<Entry> waiting = new ArrayDeque<>();
    private long lastId;
    private int room = 32;

    /** An action on its way. */
    static final class Entry {

        private Action action;
        private long version;
        private long id;
        private Consumer<@Nullable LiveError> answered;

        Entry(Action action, long version, Consumer<@Nullable LiveError> answered) {
            this.action = action;
            this.version = version;
            this.answered = answered;
        }

        Action action() {
            return action;
        }

        /** What the page showed. */
        long version() {
            return version;
        }

        /** Zero before it is sent. */
        long id() {
            return id;
        }

        void carryOver(long newVersion) {
            version = newVersion;
        }

        private void replace(Entry later) {
            action = later.action;
            version = later.version;
            answered = answered.andThen(later.answered);
        }

        private boolean binds(SiteRef site) {
            return action instanceof Action.Bind bind && bind.site().equals(site);
        }

        @Override
        public String toString() {
            String state = id == 0 ? "waiting: " : "unanswered #" + id + ": ";
            return state + action;
        }
    }

    /** Sets how many may be unanswered. */
    void setRoom(int count) {
        room = count;
    }

    boolean isEmpty() {
        return unanswered.isEmpty() && waiting.isEmpty();
    }

    /**
     * Takes an action. A bound input's value takes the place of the one that waits last, if that is the same input's.
     */
    void add(Entry entry) {
        Entry last = waiting.peekLast();
        if (last != null && entry.action instanceof Action.Bind && last.binds(entry.action.site())) {
            last.replace(entry);
        } else if (waiting.size() >= MOST_WAITING) {
            entry.answered.accept(FULL);
        } else {
            waiting.add(entry);
        }
    }

    /** Puts values before all that waits, unless the same input's waits already. */
    void addFirst(List<Entry> values) {
        for (int i = values.size() - 1; i >= 0; i--) {
            Entry value = values.get(i);
            if (waiting.stream().noneMatch(entry -> entry.binds(value.action.site()))) {
                waiting.addFirst(value);
            }
        }
    }

    /** Takes out of waiting what may be sent now. */
    List<Entry> take() {
        List<Entry> taken = new ArrayList<>();
        while (unanswered.size() < room && !waiting.isEmpty()) {
            Entry entry = waiting.remove();
            entry.id = ++lastId;
            unanswered.put(entry.id, entry);
            taken.add(entry);
        }
        return taken;
    }

    /** What was sent and not answered. */
    List<Entry> unanswered() {
        return List.copyOf(unanswered.values());
    }

    /** Everything, for people. */
    List<String> describe() {
        List<String> all = new ArrayList<>();
        unanswered.values().forEach(entry -> all.add(entry.toString()));
        waiting.forEach(entry -> all.add(entry.toString()));
        return all;
    }

    /** Notes the answer; null for success. */
    void answer(long id, @Nullable LiveError error) {
        Entry entry = unanswered.remove(id);
        if (entry != null) {
            entry.answered.accept(error);
        }
    }

    /** The server no longer knows what it got: values are sent again, which does no harm; all else fails. */
    void expire() {
        List<Entry> sent = unanswered();
        unanswered.clear();
        List<Entry> again = new ArrayList<>();
        for (Entry entry : sent) {
            if (entry.action instanceof Action.Bind) {
                again.add(entry);
            } else {
                entry.answered.accept(EXPIRED);
            }
        }
        for (int i = again.size() - 1; i >= 0; i--) {
            waiting.addFirst(again.get(i));
        }
    }

    /** Gives up what waits and is not carried over. */
    void renew(Predicate<Entry> carriedOver) {
        Deque<Entry> kept = new ArrayDeque<>();
        for (Entry entry : waiting) {
            if (carriedOver.test(entry)) {
                kept.add(entry);
            } else {
                entry.answered.accept(STALE);
            }
        }
        waiting = kept;
    }
}
