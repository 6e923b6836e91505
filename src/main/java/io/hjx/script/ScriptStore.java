package io.hjx.script;

import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A script's {@code store} on the server's side: JSON texts in and out of the turn's transaction, who listens to what,
 * and which names a computed one reads. Confined to the turn, but for the questions about listeners and computed names,
 * which any thread may ask.
 */
final class ScriptStore {

    private static final String EVERY_NAME = "*";
    private static final int MAX_NAMES = 1_000;

    private final Set<String> listened = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> computedReads = new ConcurrentHashMap<>();
    private final Set<String> changedByScript = new HashSet<>();

    /** True where something was dropped: what computed names have read there counts no more, so all are outdated. */
    private volatile boolean outdated;

    private final TurnLog log;
    private @Nullable ScriptState state;
    private @Nullable ScriptState changedIn;

    ScriptStore(TurnLog log) {
        this.log = log;
    }

    /** Opens the store on a turn's transaction. */
    void open(ScriptState turn) {
        state = turn;
        log.open();
        if (changedIn != turn) {
            changedIn = turn;
            changedByScript.clear();
        }
    }

    void close() {
        state = null;
        log.close();
    }

    /** Takes note that what a turn has done is dropped, or some of it. */
    void dropped() {
        outdated = true;
    }

    boolean listensTo(String event) {
        return listened.contains(event);
    }

    Set<String> computedNames() {
        return Set.copyOf(computedReads.keySet());
    }

    boolean computesFrom(Set<String> changed) {
        return !computedReads.isEmpty()
                && (outdated
                        || changed.contains(EVERY_NAME)
                        || computedReads.values().stream()
                                .anyMatch(
                                        reads -> reads.contains(EVERY_NAME) || !Collections.disjoint(reads, changed)));
    }

    /**
     * These keys but for those that the script has set itself in the same transaction: what reads them is up to date.
     * {@value #EVERY_NAME} stands for all, also what nobody has changed.
     */
    Set<String> changedByOthers(Set<String> changed, ScriptState turn) {
        Set<String> others = new HashSet<>(changed);
        if (changedIn == turn) {
            others.removeAll(changedByScript);
        }
        if (outdated) {
            outdated = false;
            others.add(EVERY_NAME);
        }
        return others;
    }

    @Nullable String get(String key) {
        Value value = turn().get(key);
        return value == Undefined.UNDEFINED ? null : Json.print(value);
    }

    String getAll() {
        return Json.print(ObjectValue.of(turn().getAll()));
    }

    @Nullable String set(String key, String json) {
        Value value = Json.parse(json);
        return change(key, open -> open.set(key, value));
    }

    @Nullable String setComputed(String key, String json) {
        Value value = Json.parse(json);
        return change(key, open -> open.setComputed(key, value));
    }

    private @Nullable String change(String key, Consumer<ScriptState> change) {
        String refusal = apply(change);
        if (refusal == null) {
            changedByScript.add(key);
            log.wrote(key, change);
        }
        return refusal;
    }

    private @Nullable String apply(Consumer<ScriptState> change) {
        try {
            change.accept(turn());
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Nullable String noteReads(String key, String names) {
        Set<String> reads = new HashSet<>();
        for (Value name : ((ListValue) Json.parse(names)).items()) {
            reads.add(((StringValue) name).value());
        }
        computedReads.put(key, Set.copyOf(reads));
        return null;
    }

    @Nullable String listen(String event) {
        if (listened.size() >= MAX_NAMES && !listened.contains(event)) {
            return "store.on: more than " + MAX_NAMES + " events";
        }
        listened.add(event);
        return null;
    }

    @Nullable String broadcast(String event, String json) {
        Value data = Json.parse(json);
        Consumer<ScriptState> message = open -> open.broadcast(event, data);
        String refusal = apply(message);
        if (refusal == null) {
            log.sent(message);
        }
        return refusal;
    }

    private ScriptState turn() {
        ScriptState present = state;
        if (present == null) {
            throw new IllegalStateException("the store is closed: the instance has stopped");
        }
        return present;
    }
}
