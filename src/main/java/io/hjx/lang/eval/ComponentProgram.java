package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A component with its imports, ready to run: what an instance asks to turn an event into changes of state.
 *
 * <p>Immutable and thread-safe; the state it works on is the caller's. All methods that evaluate throw
 * {@link EvaluationException}, {@link BudgetExceededException}, {@link BadRequestException} or
 * {@link StaleItemException}; the caller then drops every change made so far.
 */
public final class ComponentProgram {

    private final ComponentModel root;

    private ComponentProgram(ComponentModel root) {
        this.root = root;
    }

    public static ComponentProgram of(ComponentModel root) {
        return new ComponentProgram(root);
    }

    public ComponentModel root() {
        return root;
    }

    /** The root's state and secret names with their initial values. */
    public Map<String, Value> initialShared() {
        throw new UnsupportedOperationException();
    }

    /** The root's local names with their initial values. */
    public Map<String, Value> initialLocal() {
        throw new UnsupportedOperationException();
    }

    /** The keys among these that may be sent to clients of {@code hjx.v1}: read by a layout, not secret. */
    public boolean visible(String key) {
        throw new UnsupportedOperationException();
    }

    /** The root component over this state, for rendering and tests. */
    public Frame frame(StateAccess state, Budget budget) {
        throw new UnsupportedOperationException();
    }

    /** True where {@code handlers:} of the root has this name and clients may call it. */
    public boolean handles(String handler) {
        throw new UnsupportedOperationException();
    }

    /** Runs a handler of the root by name, as the plain dialect and the {@code event} with a handler do. */
    public void call(String handler, List<Value> arguments, StateAccess state, Effects effects, Budget budget) {
        throw new UnsupportedOperationException();
    }

    /**
     * Resolves a call site, evaluates its arguments, and runs its handler.
     *
     * @param event the client's {@code event} and {@code el}, untrusted, as the built-ins of those names
     * @param fallback takes a handler that {@code handlers:} lacks
     */
    public void trigger(
            SiteRef site, ClientEvent event, StateAccess state, Effects effects, Budget budget, Fallback fallback) {
        throw new UnsupportedOperationException();
    }

    /** What came from the browser with an event; the values are untrusted. */
    public record ClientEvent(Value event, Value el) {}

    /** Takes a call that no handler in {@code handlers:} takes: Java code or {@code store.on}. */
    @FunctionalInterface
    public interface Fallback {

        /** Returns false where nobody takes it. */
        boolean call(String handler, List<Value> arguments);
    }

    /** Writes the value of a bound input; the kind of the value is checked against the element. */
    public void bind(SiteRef site, Value value, StateAccess state, Budget budget) {
        throw new UnsupportedOperationException();
    }

    /** Writes a path of the root as the plain dialect's {@code set} does; only paths that the layout binds. */
    public void set(String path, Value value, StateAccess state, Budget budget) {
        throw new UnsupportedOperationException();
    }

    /**
     * Brings the shared computed names up to date, the children's included, and drops the state of children whose loop
     * key is gone.
     *
     * @param changed the shared keys that have changed; null at the start of an instance, when everything is computed
     */
    public void recompute(@org.jspecify.annotations.Nullable Set<String> changed, StateAccess state, Budget budget) {
        throw new UnsupportedOperationException();
    }

    /**
     * Brings one client's computed names up to date.
     *
     * @param changed the shared and local keys that have changed; null for a new client
     */
    public void recomputeLocal(
            @org.jspecify.annotations.Nullable Set<String> changed, StateAccess state, Budget budget) {
        throw new UnsupportedOperationException();
    }

    /** The names whose change can alter what a per-client computed name or layout shows. */
    public boolean localDependsOn(Set<String> changed) {
        throw new UnsupportedOperationException();
    }

    /** True where a positional item of the site is read from a list that one of these keys can alter. */
    public boolean listMayHaveMoved(SiteRef site, Set<String> changed) {
        throw new UnsupportedOperationException();
    }
}
