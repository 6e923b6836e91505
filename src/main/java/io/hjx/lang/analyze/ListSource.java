package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the items of a list expression can be written: the path that it is, or that it filters, slices or reorders.
 *
 * <p>A computed name stands for its expression, so that {@code shown = todos.filter(…)} leads to {@code todos}.
 */
public final class ListSource {

    private static final Set<String> KEEPING = Set.of("filter", "slice", "sort", "reverse", "toSorted", "toReversed");

    private ListSource() {}

    /**
     * The path of the list whose items an expression gives.
     *
     * @param computed the expression of a computed name, or null where the name is none; names that a loop or a
     *     parameter hides are the caller's to refuse
     * @return null where the items are no list's own
     */
    public static @Nullable Path of(Expr list, Function<String, @Nullable Expr> computed) {
        return of(list, computed, 0);
    }

    private static @Nullable Path of(Expr list, Function<String, @Nullable Expr> computed, int depth) {
        Expr bare = list instanceof Expr.ChainExpr chain ? chain.chain() : list;
        if (bare instanceof Expr.CallExpr call && call.callee() instanceof Expr.MemberExpr method) {
            return KEEPING.contains(method.property().text()) ? of(method.object(), computed, depth) : null;
        }
        if (bare instanceof Expr.Identifier identifier) {
            Expr expression = computed.apply(identifier.name());
            if (expression != null) {
                // a cycle of computed names is reported elsewhere; here it only must end
                return depth < 32 ? of(expression, computed, depth + 1) : null;
            }
        }
        return path(bare);
    }

    private static @Nullable Path path(Expr expr) {
        List<Path.Step> steps = new ArrayList<>();
        Expr rest = expr;
        while (true) {
            if (rest instanceof Expr.Identifier root) {
                return new Path(expr.span(), new Name(root.span(), root.name()), List.copyOf(steps));
            } else if (rest instanceof Expr.MemberExpr member) {
                steps.add(0, new Path.Field(member.property().span(), member.property()));
                rest = member.object();
            } else if (rest instanceof Expr.IndexExpr index) {
                steps.add(0, new Path.Index(index.index().span(), index.index()));
                rest = index.object();
            } else {
                return null;
            }
        }
    }
}
