package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Site;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Path;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A component with its imports, ready to run: what an instance asks to turn an event into changes of state.
 *
 * <p>Immutable and thread-safe; the state it works on is the caller's, which normalizes what is written to it at
 * commit. All methods that evaluate throw {@link EvaluationException}, {@link BudgetExceededException},
 * {@link BadRequestException} or {@link StaleItemException}; the caller then drops every change made so far.
 *
 * <p>Codes of bad requests: {@code unknown-handler}; {@code bad-site} for a binding, use or loop that the component
 * does not have; {@code bad-item} for a position where items have keys, or a key where they have none;
 * {@code not-bound} for a path that is not bound; {@code bad-value} for a value of the wrong kind.
 */
public final class ComponentProgram {

    private static final ClientEvent NO_EVENT = new ClientEvent(ObjectValue.EMPTY, ObjectValue.EMPTY);
    private static final Fallback NOBODY = (handler, arguments, sources) -> false;

    private final ComponentModel root;
    private final Place rootPlace;
    private final Map<String, Place> places;
    private final Set<String> visible;
    private final Set<String> builtIns;
    private final BoundPaths bound;
    private final ScriptPlaces scriptPlaces;
    private final Map<String, Value> initialShared;
    private final Map<String, Value> initialLocal;

    private ComponentProgram(ComponentModel root) {
        this.root = root;
        PlaceLinker.Linked linked = PlaceLinker.link(root);
        this.rootPlace = linked.root();
        this.places = linked.places();
        this.visible = linked.visible();
        this.builtIns = linked.builtIns();
        this.bound = BoundPaths.of(root);
        this.scriptPlaces = new ScriptPlaces(places);
        this.initialShared = initial(false);
        this.initialLocal = initial(true);
    }

    private Map<String, Value> initial(boolean local) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Slot slot : rootPlace.slots.values()) {
            if (slot instanceof Slot.Stored stored && stored.local() == local) {
                values.put(stored.name(), stored.initial());
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /** Links a component without errors to those that it uses. */
    public static ComponentProgram of(ComponentModel root) {
        return new ComponentProgram(root);
    }

    public ComponentModel root() {
        return root;
    }

    /** The root's state and secret names with their initial values. */
    public Map<String, Value> initialShared() {
        return initialShared;
    }

    /** The root's local names with their initial values. */
    public Map<String, Value> initialLocal() {
        return initialLocal;
    }

    /** True for a key, of a child's names too, that clients of {@code hjx.v1} get: read by a layout, not secret. */
    public boolean visible(String key) {
        String id = PlaceLinker.id(key);
        return id != null && visible.contains(id);
    }

    /** Which of the built-ins {@code user} and {@code client} the layout reads, or a child's. */
    public Set<String> builtIns() {
        return builtIns;
    }

    /** True for a key, of a child's names too, whose value never leaves the server. */
    public boolean secret(String key) {
        String id = PlaceLinker.id(key);
        if (id == null) {
            return false;
        }
        Place place = places.get(id.substring(0, id.lastIndexOf('/') + 1));
        return place != null
                && place.slots.get(id.substring(id.lastIndexOf('/') + 1)) instanceof Slot.Stored stored
                && stored.secret();
    }

    /**
     * The ids of the uses, {@code 3/7/}, whose lists differ by client, so that none says which items are gone for all.
     */
    public Set<String> usesInListsPerClient() {
        Set<String> ids = new TreeSet<>();
        places.values().stream().filter(place -> place.listsPerClient).forEach(place -> ids.add(place.id));
        return ids;
    }

    /** True where clients have something of their own: local names or computed ones that differ by client. */
    public boolean hasLocal() {
        return rootPlace.local.any;
    }

    /** The root component over this state, for rendering and tests. */
    public Frame frame(StateAccess state, Budget budget) {
        return rootFrame(state, budget);
    }

    private PlaceFrame rootFrame(StateAccess state, Budget budget) {
        return PlaceFrame.root(rootPlace, new Run(state, budget));
    }

    /** True where {@code handlers:} of the root has this name and clients may call it. */
    public boolean handles(String handler) {
        return !handler.startsWith("_") && rootPlace.handlers.containsKey(handler);
    }

    /** Runs a handler of the root by name; what it calls and {@code handlers:} lacks is an error. */
    public void call(String handler, List<Value> arguments, StateAccess state, Effects effects, Budget budget) {
        call(handler, arguments, state, effects, budget, NOBODY);
    }

    /**
     * Runs a handler of the root by name, as the plain dialect and the {@code event} with a handler do.
     *
     * @param fallback takes a handler that {@code handlers:} lacks
     */
    public void call(
            String handler,
            List<Value> arguments,
            StateAccess state,
            Effects effects,
            Budget budget,
            Fallback fallback) {
        PlaceFrame frame = rootFrame(state, budget);
        run(frame, new EventScope(frame, NO_EVENT), handler, arguments, effects, fallback, List.of());
    }

    private static void run(
            PlaceFrame frame,
            Scope scope,
            String handler,
            List<Value> arguments,
            Effects effects,
            Fallback fallback,
            List<String> sources) {
        Declaration.Handler declared =
                handler.startsWith("_") ? null : frame.place().handlers.get(handler);
        if (declared != null) {
            new HandlerInterpreter(frame, scope, effects, fallback).call(declared, arguments);
        } else if (handler.startsWith("_") || !fallback.call(handler, arguments, sources)) {
            throw new BadRequestException("unknown-handler", "the component has no handler of this name");
        }
    }

    /**
     * Resolves a call site, evaluates its arguments, and runs its handler.
     *
     * @param event the client's {@code event} and {@code el}, untrusted, as the built-ins of those names
     * @param fallback takes a handler that {@code handlers:} lacks
     */
    public void trigger(
            SiteRef site, ClientEvent event, StateAccess state, Effects effects, Budget budget, Fallback fallback) {
        PlaceFrame frame = SiteResolver.frame(rootFrame(state, budget), site.at());
        Site found = SiteResolver.site(frame, site.site());
        if (!(found.binding() instanceof Binding.Event binding)) {
            throw new BadRequestException("bad-site", "binding " + site.site() + " is not an event");
        }
        EventScope events = new EventScope(frame, event);
        Scope scope = SiteResolver.items(frame, events, found.loops(), site.items());
        if (scope instanceof LoopScope innermost) {
            events.setLoop(innermost);
        }
        List<Value> arguments = frame.run().arguments(binding.arguments(), scope, frame.source());
        run(
                frame,
                scope,
                binding.handler().text(),
                arguments,
                effects,
                fallback,
                ArgumentSources.of(binding.arguments()));
    }

    /** What came from the browser with an event; the values are untrusted. */
    public record ClientEvent(Value event, Value el) {}

    /** Takes a call that no handler in {@code handlers:} takes: Java code or {@code store.on}. */
    @FunctionalInterface
    public interface Fallback {
        /**
         * Returns false where nobody takes it.
         *
         * @param sources the paths that the arguments were read from, {@code form.name}; empty texts for those that are
         *     no paths, and none at all where the layout does not say
         */
        boolean call(String handler, List<Value> arguments, List<String> sources);
    }

    /** Writes the value of a bound input; the kind of the value is checked against the element. */
    public void bind(SiteRef site, Value value, StateAccess state, Budget budget) {
        PlaceFrame frame = SiteResolver.frame(rootFrame(state, budget), site.at());
        Site found = SiteResolver.site(frame, site.site());
        boolean use = frame.component().uses().containsKey(found.element().number());
        if (use || !(found.binding() instanceof Binding.Value binding)) {
            throw new BadRequestException("not-bound", "binding " + site.site() + " is not an input's");
        }
        check(Set.of(BoundKind.of(found.element(), binding)), value);
        Scope scope = SiteResolver.items(frame, frame, found.loops(), site.items());
        write(frame, scope, binding.path(), value);
    }

    /** Writes a path of the root as the plain dialect's {@code set} does; only paths that the layout binds. */
    public void set(String path, Value value, StateAccess state, Budget budget) {
        BoundPaths.BoundPath found = bound.find(path);
        if (found == null) {
            throw new BadRequestException("not-bound", "the layout binds no such path");
        }
        check(found.kinds(), value);
        PlaceFrame frame = rootFrame(state, budget);
        write(frame, frame, found.path(), value);
    }

    private static void check(Set<BoundKind> kinds, Value value) {
        if (kinds.stream().noneMatch(kind -> kind.accepts(value))) {
            String wanted = kinds.iterator().next().description();
            throw new BadRequestException("bad-value", "the input takes " + wanted);
        }
    }

    private static void write(PlaceFrame frame, Scope scope, Path path, Value value) {
        try {
            List<Value> keys = frame.run().keys(path, scope, frame.source());
            scope.assign(path.root().text(), keys, value, path.span());
        } catch (EvaluationException failure) {
            throw failure.in(frame.source());
        }
    }

    /**
     * Brings the shared computed names up to date, the children's included, and drops the state of children whose loop
     * key is gone.
     *
     * @param changed the shared keys that have changed; null at the start of an instance, when everything is computed
     */
    public void recompute(@Nullable Set<String> changed, StateAccess state, Budget budget) {
        if (changed == null || !rootPlace.shared.reads.isEmpty()) {
            new Recomputation(new Run(state, budget), false, ids(changed)).recompute(rootPlace);
        }
    }

    /**
     * Brings one client's computed names up to date.
     *
     * @param changed the shared and local keys that have changed, computed ones included; null for a new client
     */
    public void recomputeLocal(@Nullable Set<String> changed, StateAccess state, Budget budget) {
        new Recomputation(new Run(state, budget), true, ids(changed)).recompute(rootPlace);
    }

    /** True where {@link #recomputeLocal} has something to do after these keys have changed. */
    public boolean localDependsOn(Set<String> changed) {
        if (rootPlace.local.reads.isEmpty()) {
            return false;
        }
        for (String key : changed) {
            String id = PlaceLinker.id(key);
            if (id != null && rootPlace.local.reads.contains(id)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Set<String> ids(@Nullable Set<String> keys) {
        if (keys == null) {
            return null;
        }
        Set<String> ids = new HashSet<>();
        for (String key : keys) {
            String id = PlaceLinker.id(key);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * True where an item of the site, or of the uses on the way to it, is known by its position in a list that one of
     * these keys can alter.
     *
     * @param edited keys of which items have been {@linkplain #editsItem edited} alone
     */
    public boolean listMayHaveMoved(
            SiteRef site, Set<String> changed, Set<String> edited, StateAccess state, Budget budget) {
        return new MovedLists(rootFrame(state, budget), changed, edited).contain(site);
    }

    /**
     * True where {@link #bind} writes into an item of a list, which moves none in what it writes to. A list may itself
     * be what a loop within the item goes over.
     */
    public boolean editsItem(SiteRef site, Value value, StateAccess state, Budget budget) {
        PlaceFrame frame = SiteResolver.frame(rootFrame(state, budget), site.at());
        Site found = SiteResolver.site(frame, site.site());
        return !(value instanceof ListValue)
                && found.binding() instanceof Binding.Value binding
                && MovedLists.editsItem(frame.place(), binding.path(), found.loops());
    }

    /** True where a component that this one uses, at whatever depth, has a {@code script:}. */
    public boolean hasScriptedChildren() {
        return scriptPlaces.any();
    }

    /**
     * The children with a {@code script:} that are there, by path, parents before children.
     *
     * @param running the paths of those that run, which stay while a condition hides them
     */
    public Map<String, ComponentModel> scripted(Set<String> running, StateAccess state, Budget budget) {
        return scriptPlaces.present(rootFrame(state, budget), running);
    }

    /** True where {@link #scripted} may differ after these keys have changed. */
    public boolean scriptsMayMove(Set<String> changed) {
        Set<String> ids = scriptPlaces.any() ? ids(changed) : null;
        return ids != null && scriptPlaces.mayMove(ids);
    }

    /** The shared names of the component at a path; empty for the root. */
    public OwnNames own(String path, StateAccess state) {
        List<UseKey> at = UseKey.steps(path);
        return new PlaceNames(place(path), () -> SiteResolver.frame(rootFrame(state, Budget.standard()), at));
    }

    /** The own names of the component at a path whose values may differ after these keys have changed. */
    public Set<String> ownChanged(String path, Set<String> changed) {
        Set<String> names = new HashSet<>();
        Set<String> ids = ids(changed);
        place(path).slots.forEach((name, slot) -> {
            boolean given = slot instanceof Slot.Prop || slot instanceof Slot.Bound;
            if (given && ids != null && !Collections.disjoint(slot.reads(), ids)) {
                names.add(name);
            }
        });
        for (String key : changed) {
            if (key.startsWith(path) && key.indexOf('/', path.length()) < 0) {
                names.add(key.substring(path.length()));
            }
        }
        return names;
    }

    private Place place(String path) {
        String id = PlaceLinker.id(path);
        Place place = id == null ? null : places.get(id);
        if (place == null) {
            throw new BadRequestException("bad-site", "there is no component at " + path);
        }
        return place;
    }
}
