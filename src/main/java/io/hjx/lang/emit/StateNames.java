package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.LayoutNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program's functions find in {@code state}: the component's names, and those of the loops around. Immutable.
 *
 * @param loops the names of items and positions
 */
record StateNames(ComponentModel component, Set<String> loops) {

    private static final Set<String> OF_VISITOR = Set.of("user", "client");
    private static final Set<String> OF_EVENT = Set.of("event", "el", "ctx");

    /** The names inside loops. */
    static StateNames inside(ComponentModel component, Collection<ForNode> loops) {
        Set<String> names = new LinkedHashSet<>();
        loops.forEach(loop -> {
            names.add(loop.item().text());
            names.add(loop.index().text());
        });
        return new StateNames(component, names);
    }

    /** The names in handlers, which see the loops around the element that they are called from. */
    static StateNames ofHandlers(ComponentModel component) {
        List<LayoutNode> layout = component.file().layout();
        return inside(component, layout == null ? List.of() : LoopFinder.in(layout));
    }

    /** The text that reads and writes a name, or null where {@code state} has none of this name. */
    @Nullable String text(String name) {
        boolean known = component.symbols().containsKey(name) || loops.contains(name) || OF_VISITOR.contains(name);
        return known ? "state." + name : null;
    }

    /** The same where an event is under way. */
    @Nullable String textInEvent(String name) {
        String text = text(name);
        return text == null && OF_EVENT.contains(name) ? "turn." + name : text;
    }
}
