package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The names that an expression reads from outside: all but the parameters of its own arrow functions. */
public final class FreeNames {

    private final BiConsumer<Expr.Identifier, Set<String>> found;

    private FreeNames(BiConsumer<Expr.Identifier, Set<String>> found) {
        this.found = found;
    }

    /** The free names in the order in which they are first read. */
    public static Set<String> of(Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        each(expr, (identifier, parameters) -> names.add(identifier.name()));
        return names;
    }

    /**
     * Calls {@code found} for each place that reads a free name, in source order, with the parameters of the arrow
     * functions around it.
     */
    public static void each(Expr expr, BiConsumer<Expr.Identifier, Set<String>> found) {
        new FreeNames(found).walk(expr, Set.of());
    }

    private void walk(@Nullable Expr expr, Set<String> bound) {
        if (expr instanceof Expr.Identifier identifier) {
            if (!bound.contains(identifier.name())) {
                found.accept(identifier, bound);
            }
        } else if (expr instanceof Expr.ArrowExpr arrow) {
            Set<String> inside = new LinkedHashSet<>(bound);
            arrow.parameters().forEach(parameter -> bind(parameter, inside));
            walk(arrow.body(), inside);
        } else if (expr != null) {
            expr.accept(SubExpressions.DIRECT).forEach(part -> walk(part, bound));
        }
    }

    /** Adds the names of a pattern; its fallbacks see the parameters before them. */
    private void bind(@Nullable Pattern pattern, Set<String> bound) {
        if (pattern instanceof Pattern.Variable variable) {
            walk(variable.fallback(), bound);
            bound.add(variable.name().text());
        } else if (pattern instanceof Pattern.ArrayPattern array) {
            walk(array.fallback(), bound);
            array.elements().forEach(element -> bind(element, bound));
        } else if (pattern instanceof Pattern.ObjectPattern object) {
            walk(object.fallback(), bound);
            bindProperties(object.properties(), bound);
        } else if (pattern instanceof Pattern.Rest rest) {
            bind(rest.target(), bound);
        }
    }

    private void bindProperties(List<Pattern.Property> properties, Set<String> bound) {
        for (Pattern.Property property : properties) {
            walk(property.key().computed(), bound);
            bind(property.target(), bound);
        }
    }
}
