package io.hjx.store;

import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.ComponentProgram.Fallback;
import io.hjx.lang.eval.Effects;
import io.hjx.lang.eval.OwnNames;
import io.hjx.lang.eval.SiteRef;
import io.hjx.lang.eval.StateAccess;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.Value;
import io.hjx.runtime.instance.Action;
import io.hjx.runtime.instance.Behavior;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The behavior of a store without a component: names with values, and nothing that happens by itself. Immutable. */
record NamedValues(Map<String, Value> initialShared) implements Behavior {

    @Override
    public String name() {
        return "a store";
    }

    @Override
    public String revision() {
        return "";
    }

    @Override
    public String module() {
        return "";
    }

    @Override
    public Map<String, Value> initialLocal() {
        return Map.of();
    }

    @Override
    public boolean hasLocal() {
        return false;
    }

    @Override
    public boolean secret(String key) {
        return true;
    }

    @Override
    public boolean visible(String key) {
        return false;
    }

    @Override
    public @Nullable String heir(String key, Behavior previous) {
        return key;
    }

    @Override
    public void perform(Action action, StateAccess state, Effects effects, Budget budget, Fallback fallback) {
        // It has no clients
    }

    @Override
    public void recompute(@Nullable Set<String> changed, StateAccess state, Budget budget) {
        // Functions do
    }

    @Override
    public void recomputeLocal(@Nullable Set<String> changed, StateAccess state, Budget budget) {
        // It has no clients
    }

    @Override
    public boolean localDependsOn(Set<String> changed) {
        return false;
    }

    @Override
    public boolean listMayHaveMoved(
            SiteRef site, Set<String> changed, Set<String> edited, StateAccess state, Budget budget) {
        return false;
    }

    @Override
    public boolean editsItem(Action.Bind bind, StateAccess state, Budget budget) {
        return false;
    }

    @Override
    public String place(Action action, Span span) {
        return name();
    }

    @Override
    public boolean hasScripts() {
        return false;
    }

    @Override
    public Map<String, Script> scripts(Set<String> running, StateAccess state, Budget budget) {
        return Map.of();
    }

    @Override
    public boolean scriptsMayMove(Set<String> changed) {
        return false;
    }

    @Override
    public OwnNames own(String path, StateAccess state) {
        return new Own(state);
    }

    @Override
    public Set<String> ownChanged(String path, Set<String> changed) {
        return changed;
    }

    private final class Own implements OwnNames {

        private final StateAccess state;

        Own(StateAccess state) {
            this.state = state;
        }

        @Override
        public @Nullable Value get(String name) {
            return state.shared(name);
        }

        @Override
        public boolean present() {
            return true;
        }

        @Override
        public Map<String, Value> all() {
            Map<String, Value> all = new LinkedHashMap<>();
            for (String name : state.sharedKeys()) {
                Value value = state.shared(name);
                if (value != null) {
                    all.put(name, value);
                }
            }
            return all;
        }

        @Override
        public void set(String name, Value value) {
            if (!initialShared.containsKey(name)) {
                throw new IllegalArgumentException("the store does not begin with `" + name + "`");
            }
            state.setShared(name, value);
        }

        @Override
        public boolean computable(String name) {
            return true;
        }
    }
}
