package io.hjx.runtime.fanout;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.ListSource;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Path;
import io.hjx.lang.eval.UseKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component where it stands: the root, or a use in the layout of another. Immutable.
 *
 * @param use null for the root, like {@code parent}
 */
record Placed(
        CompiledComponent component,
        @Nullable Use use,
        @Nullable Placed parent) {

    static Placed root(CompiledComponent component) {
        return new Placed(component, null, null);
    }

    /** The component at the end of a way of uses; null where the layouts have no such way. */
    @Nullable Placed descend(List<UseKey> way) {
        Placed placed = this;
        for (UseKey step : way) {
            placed = placed == null ? null : placed.child(step.use());
        }
        return placed;
    }

    private @Nullable Placed child(int number) {
        Use child = component.model().uses().get(number);
        if (child == null) {
            return null;
        }
        return component.imports().stream()
                .filter(imported -> imported.name().equals(child.component().name()))
                .findFirst()
                .map(imported -> new Placed(imported, child, this))
                .orElse(null);
    }

    /**
     * True where what a bind writes to is each client's own. The nearest name counts, as in evaluation: the item of a
     * loop leads to the list that it is from, and a name that the parent ties leads to the parent's.
     *
     * @param loops the loops around the bind, outermost first
     */
    boolean isOwn(Path path, List<ForNode> loops) {
        String name = path.root().text();
        for (int i = loops.size() - 1; i >= 0; i--) {
            ForNode loop = loops.get(i);
            if (loop.index().text().equals(name)) {
                return false;
            }
            if (loop.item().text().equals(name)) {
                return isOwnList(loop.list(), loops.subList(0, i));
            }
        }
        return isOwn(name);
    }

    private boolean isOwnList(Expr list, List<ForNode> around) {
        Path source = ListSource.of(list, name -> hides(around, name) ? null : computed(name));
        return source != null && isOwn(source, around);
    }

    private static boolean hides(List<ForNode> loops, String name) {
        return loops.stream()
                .anyMatch(loop ->
                        loop.item().text().equals(name) || loop.index().text().equals(name));
    }

    private @Nullable Expr computed(String name) {
        Symbol symbol = component.model().symbols().get(name);
        return symbol != null && symbol.kind().computed() ? symbol.value() : null;
    }

    /** The same of a name of the component that no loop hides. */
    boolean isOwn(String name) {
        Binding.Value tied = use == null ? null : use.bound().get(name);
        if (use != null && parent != null && tied != null) {
            return parent.isOwn(tied.path(), use.loops());
        }
        Symbol symbol = component.model().symbols().get(name);
        return symbol != null && symbol.kind().perClient();
    }
}
