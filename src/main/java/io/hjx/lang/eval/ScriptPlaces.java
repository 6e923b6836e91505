package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The uses of components that have a {@code script:} below a root. Immutable.
 *
 * <p>A use whose loop lists differ by client belongs to no instance as a whole and is left out; where only a condition
 * differs by client it counts as shown.
 */
final class ScriptPlaces {

    private final Map<String, Place> places;

    /** The ids of places that have a script, or one below. */
    private final Set<String> onTheWay = new HashSet<>();

    private final Set<String> reads = new HashSet<>();

    ScriptPlaces(Map<String, Place> places) {
        this.places = places;
        for (Place place : places.values()) {
            if (place.parent != null && hasScript(place)) {
                mark(place);
            }
        }
    }

    private void mark(@Nullable Place place) {
        if (place != null && onTheWay.add(place.id)) {
            reads.addAll(place.aroundReads);
            mark(place.parent);
        }
    }

    private static boolean hasScript(Place place) {
        return place.component.file().script() != null;
    }

    boolean any() {
        return !onTheWay.isEmpty();
    }

    /** True where {@link #present} may differ after names with these ids have changed. */
    boolean mayMove(Set<String> changed) {
        return !Collections.disjoint(reads, changed);
    }

    /** The components with a script that are there, by path, parents first; those that run stay while hidden. */
    Map<String, ComponentModel> present(PlaceFrame root, Set<String> running) {
        Map<String, ComponentModel> found = new TreeMap<>();
        collect(root, true, running, found);
        return found;
    }

    private void collect(PlaceFrame frame, boolean shown, Set<String> running, Map<String, ComponentModel> found) {
        for (Place child : frame.place().children.values()) {
            if (!onTheWay.contains(child.id) || child.listsPerClient || child.use == null) {
                continue;
            }
            ChildPasses present = ChildPasses.present(frame, child);
            if (!present.complete()) {
                keep(frame.path() + child.use.element().number() + ":", running, found);
                continue;
            }
            Set<String> visible = shown ? visible(frame, child, present) : Set.of();
            for (ChildPasses.Pass pass : present.list()) {
                PlaceFrame inner = frame.child(child, pass.key(), pass.scope());
                boolean innerShown = visible.contains(pass.key());
                if (hasScript(child) && (innerShown || running.contains(inner.path()))) {
                    found.put(inner.path(), child.component);
                }
                collect(inner, innerShown, running, found);
            }
        }
    }

    private static Set<String> visible(PlaceFrame frame, Place child, ChildPasses present) {
        ChildPasses passes = child.perClient ? present : ChildPasses.shown(frame, child);
        return passes.list().stream().map(ChildPasses.Pass::key).collect(Collectors.toSet());
    }

    /** A list that fails says nothing about what is there. */
    private void keep(String prefix, Set<String> running, Map<String, ComponentModel> found) {
        for (String path : running) {
            Place place = path.startsWith(prefix) ? places.get(PlaceLinker.id(path)) : null;
            if (place != null) {
                found.put(path, place.component);
            }
        }
    }
}
