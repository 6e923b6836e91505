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
import org.jspecify.annotations.Nullable;

/**
 * A script's {@code store} on the server's side: JSON texts in and out of the turn's transaction, who listens to what,
 * and which names a computed one reads. Confined to the turn, but for the questions about listeners and computed names,
 * which any thread may ask.
 */
final class ScriptStore {

    private static final String EVERY_NAME = "*";

    private final Set<String> listened = ConcurrentHashMap.newKeySet();
    private final Map<String, Set<String>> computedReads = new ConcurrentHashMap<>();
    private final Set<String> changedByScript = new HashSet<>();
    private @Nullable ScriptState state;
    private @Nullable ScriptState changedIn;

    /** Opens the store on a turn's transaction. */
    void open(ScriptState turn) {
        state = turn;
        if (changedIn != turn) {
            changedIn = turn;
            changedByScript.clear();
        }
    }

    void close() {
        state = null;
    }

    boolean listensTo(String event) {
        return listened.contains(event);
    }

    Set<String> computedNames() {
        return Set.copyOf(computedReads.keySet());
    }

    boolean computesFrom(Set<String> changed) {
        return computedReads.values().stream()
                .anyMatch(reads -> reads.contains(EVERY_NAME) || !Collections.disjoint(reads, changed));
    }

    /**
     * These keys but for those that the script has set itself in the same transaction: what reads them is up to date.
     */
    Set<String> changedByOthers(Set<String> changed, ScriptState turn) {
        if (changedIn != turn) {
            return changed;
        }
        Set<String> others = new HashSet<>(changed);
        others.removeAll(changedByScript);
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
        return change(key, () -> turn().set(key, Json.parse(json)));
    }

    @Nullable String setComputed(String key, String json) {
        return change(key, () -> turn().setComputed(key, Json.parse(json)));
    }

    private @Nullable String change(String key, Runnable change) {
        try {
            change.run();
            changedByScript.add(key);
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
        listened.add(event);
        return null;
    }

    @Nullable String broadcast(String event, String json) {
        turn().broadcast(event, Json.parse(json));
        return null;
    }

    private ScriptState turn() {
        ScriptState present = state;
        if (present == null) {
            throw new IllegalStateException("a script ran outside a turn");
        }
        return present;
    }
}
