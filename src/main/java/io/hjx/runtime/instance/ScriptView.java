package io.hjx.runtime.instance;

import io.hjx.lang.eval.OwnNames;
import io.hjx.lang.eval.StaleItemException;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.spi.ScriptState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The open transaction as the script of one component, or the application, sees it: that component's own names, without
 * those of children and parents. Confined to the turn.
 */
final class ScriptView implements ScriptState {

    private final Transaction transaction;
    private final OwnNames names;
    private final String path;
    private final Set<String> computed;
    private final Set<String> foreign;
    private final Runnable rollBack;

    /**
     * @param computed the names that it keeps up to date itself
     * @param foreign the names that another one keeps up to date in the same component
     */
    ScriptView(Transaction transaction, OwnNames names, String path, Set<String> computed, Set<String> foreign) {
        this.transaction = transaction;
        this.names = names;
        this.path = path;
        this.computed = computed;
        this.foreign = foreign;
        this.rollBack = transaction.mark();
    }

    @Override
    public Value get(String key) {
        Value value = isName(key) ? find(key) : null;
        return value == null ? Undefined.UNDEFINED : value;
    }

    private @Nullable Value find(String name) {
        try {
            Value declared = names.get(name);
            return declared != null || !names.computable(name) ? declared : transaction.shared(path + name);
        } catch (StaleItemException gone) {
            return null;
        }
    }

    @Override
    public Map<String, Value> getAll() {
        try {
            Map<String, Value> all = new LinkedHashMap<>(names.all());
            computed.forEach(name -> add(name, all));
            foreign.forEach(name -> add(name, all));
            return all;
        } catch (StaleItemException gone) {
            return Map.of();
        }
    }

    private void add(String name, Map<String, Value> all) {
        Value value = find(name);
        if (value != null) {
            all.put(name, value);
        }
    }

    private static boolean isName(String key) {
        return key.indexOf('/') < 0;
    }

    @Override
    public void set(String key, Value value) {
        if (computed.contains(key) || foreign.contains(key)) {
            throw new IllegalArgumentException("`" + key + "` is kept by `compute` and cannot be set");
        }
        if (value instanceof Undefined || value instanceof FunctionValue) {
            throw new IllegalArgumentException("the value for `" + key + "` is not JSON");
        }
        names.set(key, value);
    }

    @Override
    public void setComputed(String key, Value value) {
        if (!isName(key) || !names.computable(key) || foreign.contains(key)) {
            throw new IllegalArgumentException("`" + key + "` is not a name that `compute` can keep");
        }
        if (!names.present()) {
            throw new IllegalArgumentException("the component is there no more");
        }
        transaction.setShared(path + key, value);
    }

    @Override
    public void broadcast(String event, Value data) {
        try {
            transaction.broadcast(event, data);
        } catch (RejectedException tooMany) {
            throw new IllegalArgumentException(tooMany.getMessage(), tooMany);
        }
    }

    @Override
    public void rollBack() {
        rollBack.run();
    }
}
