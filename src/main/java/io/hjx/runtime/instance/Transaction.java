package io.hjx.runtime.instance;

import io.hjx.lang.eval.Effects;
import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.eval.Surroundings;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Normalizer.Normal;
import io.hjx.runtime.protocol.ErrorCode;
import io.hjx.runtime.protocol.ServerMessage.NamedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes and effects of one command, kept apart until they are committed; dropping it undoes them.
 *
 * <p>Reads see what was written before. Written values are normalized by {@link #settleShared} and
 * {@link #settleLocal}, which also take back writes that change nothing. Confined to the instance's mailbox.
 */
final class Transaction implements StateAccess, Effects {

    /** The most that all events of a command hold, in about characters of JSON text. */
    private static final int MAX_EVENTS_SIZE = 1 << 18;

    /** Takes what handlers log; the text is the application's. */
    @FunctionalInterface
    interface Log {
        void line(String handler, String text);
    }

    private final StateMap shared;
    private final StateMap local;
    private final @Nullable Identity identity;
    private final int maxEvents;
    private final Surroundings surroundings;
    private final Log log;

    private final Map<String, Value> writtenShared = new LinkedHashMap<>();
    private final Map<String, Value> writtenLocal = new LinkedHashMap<>();
    private final Map<String, Normal> sharedChanges = new LinkedHashMap<>();
    private final Map<String, Normal> localChanges = new LinkedHashMap<>();
    private final List<NamedEvent> broadcasts = new ArrayList<>();
    private final List<NamedEvent> emits = new ArrayList<>();
    private long eventsSize;
    private boolean insisted;

    /** A transaction of a client, or of the instance itself where {@code identity} is null. */
    Transaction(
            StateMap shared,
            StateMap local,
            @Nullable Identity identity,
            int maxEvents,
            Surroundings surroundings,
            Log log) {
        this.shared = shared;
        this.local = local;
        this.identity = identity;
        this.maxEvents = maxEvents;
        this.surroundings = surroundings;
        this.log = log;
    }

    @Override
    public @Nullable Value shared(String key) {
        return read(key, writtenShared, sharedChanges, shared);
    }

    @Override
    public void setShared(String key, Value value) {
        writtenShared.put(key, value);
    }

    @Override
    public @Nullable Value local(String key) {
        return read(key, writtenLocal, localChanges, local);
    }

    @Override
    public void setLocal(String key, Value value) {
        writtenLocal.put(key, value);
    }

    private static @Nullable Value read(
            String key, Map<String, Value> written, Map<String, Normal> changes, StateMap base) {
        Value value = written.get(key);
        if (value != null) {
            return value == Undefined.UNDEFINED ? null : value;
        }
        Normal changed = changes.get(key);
        return changed == null ? base.values().get(key) : changed.value();
    }

    @Override
    public Set<String> sharedKeys() {
        return keys(writtenShared, sharedChanges, shared);
    }

    @Override
    public Set<String> localKeys() {
        return keys(writtenLocal, localChanges, local);
    }

    private static Set<String> keys(Map<String, Value> written, Map<String, Normal> changes, StateMap base) {
        if (written.isEmpty() && changes.isEmpty()) {
            return base.values().keySet();
        }
        Set<String> keys = new LinkedHashSet<>(base.values().keySet());
        keys.addAll(changes.keySet());
        keys.addAll(written.keySet());
        return keys;
    }

    @Override
    public Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Value user() {
        return identity == null ? NullValue.NULL : identity.user();
    }

    @Override
    public Value client() {
        return identity == null ? ObjectValue.of(Map.of("id", NullValue.NULL)) : identity.self();
    }

    @Override
    public void broadcast(String event, Value data) {
        add(broadcasts, event, data);
    }

    @Override
    public void emit(String event, Value data) {
        add(emits, event, data);
    }

    private void add(List<NamedEvent> events, String event, Value data) {
        if (broadcasts.size() + emits.size() >= maxEvents) {
            throw new RejectedException(ErrorCode.BUDGET_EXCEEDED, "the handler sends too many events");
        }
        Normal normal = Normalizer.normalize(data, Normal.NOTHING);
        NamedEvent named = new NamedEvent(
                event, normal.value() == null ? NullValue.NULL : normal.value(), event.length() + normal.size());
        eventsSize += named.size();
        if (eventsSize > MAX_EVENTS_SIZE) {
            throw new RejectedException(ErrorCode.BUDGET_EXCEEDED, "the events of the handler are too large");
        }
        events.add(named);
    }

    @Override
    public void log(String handler, String text) {
        log.line(handler, text);
    }

    /** Normalizes what was written to shared keys since the last call; returns the keys that really changed by it. */
    Set<String> settleShared() {
        return settle(writtenShared, sharedChanges, shared);
    }

    /** Normalizes what was written to local keys since the last call; returns the keys that really changed by it. */
    Set<String> settleLocal() {
        return settle(writtenLocal, localChanges, local);
    }

    /** What is unchanged comes back from the normalizer as the object that was given: no need to compare contents. */
    @SuppressWarnings("ReferenceEquality")
    private static Set<String> settle(Map<String, Value> written, Map<String, Normal> changes, StateMap base) {
        if (written.isEmpty()) {
            return Set.of();
        }
        Map<String, Normal> settled = new LinkedHashMap<>();
        written.forEach((key, value) -> {
            Normal committed = base.get(key);
            Normal before = changes.getOrDefault(key, committed);
            Normal normal = Normalizer.normalize(value, before);
            if (normal != before && !(normal.value() == null && before.value() == null)) {
                settled.put(key, normal);
            }
        });
        written.clear();
        changes.putAll(settled);
        return settled.keySet();
    }

    /** Notes what has been done so far since the last settling; running the result goes back to it. */
    Runnable mark() {
        Map<String, Value> sharedBefore = new LinkedHashMap<>(writtenShared);
        Map<String, Value> localBefore = new LinkedHashMap<>(writtenLocal);
        int broadcastsBefore = broadcasts.size();
        return () -> {
            writtenShared.clear();
            writtenShared.putAll(sharedBefore);
            writtenLocal.clear();
            writtenLocal.putAll(localBefore);
            broadcasts.subList(broadcastsBefore, broadcasts.size()).clear();
        };
    }

    /** The shared keys that have been written since the last settling. */
    Set<String> writtenShared() {
        return Set.copyOf(writtenShared.keySet());
    }

    /** True where a shared key has been written since the last settling. */
    boolean hasWritten(String key) {
        return writtenShared.containsKey(key);
    }

    /** Asks for a commit also where nothing has changed. */
    void insist() {
        insisted = true;
    }

    /** True where there is something that the store must keep. */
    boolean wantsCommit() {
        return insisted || !sharedChanges.isEmpty() || !broadcasts.isEmpty();
    }

    /** The settled changes of shared keys. */
    Map<String, Normal> sharedChanges() {
        return sharedChanges;
    }

    /** The settled changes of the client's own keys. */
    Map<String, Normal> localChanges() {
        return localChanges;
    }

    List<NamedEvent> broadcasts() {
        return broadcasts;
    }

    List<NamedEvent> emits() {
        return emits;
    }
}
