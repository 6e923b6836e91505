package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.FreeNames;
import io.hjx.lang.analyze.Site;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Path;
import io.hjx.lang.source.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The paths that a component's layout binds outside loops, as they are written. Immutable. */
final class BoundPaths {

    /** A path with the kinds of value that the inputs bound to it take. */
    record BoundPath(Path path, Set<BoundKind> kinds) {}

    private final Map<String, BoundPath> paths = new HashMap<>();

    static BoundPaths of(ComponentModel component) {
        BoundPaths bound = new BoundPaths();
        for (Site site : component.sites()) {
            if (site.binding() instanceof Binding.Value bind && !readsLoop(bind.path(), site.loops())) {
                BoundPath path = bound.paths.computeIfAbsent(
                        text(bind.path(), component.source()),
                        text -> new BoundPath(bind.path(), EnumSet.noneOf(BoundKind.class)));
                path.kinds().addAll(kinds(site, bind, component));
            }
        }
        return bound;
    }

    @Nullable BoundPath find(String text) {
        return paths.get(text);
    }

    private static String text(Path path, SourceFile source) {
        StringBuilder text = new StringBuilder(path.root().text());
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Field field) {
                text.append('.').append(field.name());
            } else if (step instanceof Path.Index index) {
                text.append('[').append(source.slice(index.index().span())).append(']');
            }
        }
        return text.toString();
    }

    private static boolean readsLoop(Path path, List<ForNode> loops) {
        Set<String> names = new LinkedHashSet<>();
        names.add(path.root().text());
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Index index) {
                names.addAll(FreeNames.of(index.index()));
            }
        }
        return loops.stream()
                .anyMatch(loop -> names.contains(loop.item().text())
                        || names.contains(loop.index().text()));
    }

    private static Set<BoundKind> kinds(Site site, Binding.Value bind, ComponentModel component) {
        Use use = component.uses().get(site.element().number());
        if (use == null) {
            return EnumSet.of(BoundKind.of(site.element(), bind));
        }
        List<Set<BoundKind>> below = new ArrayList<>();
        for (Site inner : use.component().sites()) {
            if (inner.binding() instanceof Binding.Value innerBind
                    && innerBind.path().steps().isEmpty()
                    && innerBind.path().root().text().equals(bind.property().text())) {
                below.add(kinds(inner, innerBind, use.component()));
            }
        }
        EnumSet<BoundKind> kinds = EnumSet.noneOf(BoundKind.class);
        below.forEach(kinds::addAll);
        return kinds.isEmpty() ? EnumSet.of(BoundKind.ANY) : kinds;
    }
}
