package io.hjx.lang.emit;

import io.hjx.lang.analyze.FreeNames;
import io.hjx.lang.analyze.SubExpressions;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.BinaryOperator;
import io.hjx.lang.ast.ForNode;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds the names that an expression in a loop does nothing with but compare them with the item's key, as in
 * {@code row.id === selected}: where such a name changes, two rows can look different, and no other has to be looked
 * at. Confined to one thread.
 */
final class KeyComparisons {

    private final ForNode loop;
    private final Set<String> compared = new HashSet<>();
    private final Set<String> others = new HashSet<>();

    private KeyComparisons(ForNode loop) {
        this.loop = loop;
    }

    /** The names, whatever they mean where the expression stands. */
    static Set<String> in(Expr expr, ForNode loop) {
        KeyComparisons found = new KeyComparisons(loop);
        found.walk(expr);
        found.compared.removeAll(found.others);
        return found.compared;
    }

    private void walk(Expr expr) {
        if (expr instanceof Expr.Identifier name) {
            others.add(name.name());
        } else if (expr instanceof Expr.ArrowExpr) {
            // Its parameters may hide the item
            others.addAll(FreeNames.of(expr));
        } else if (!(expr instanceof Expr.BinaryExpr binary && isComparison(binary))) {
            expr.accept(SubExpressions.DIRECT).forEach(this::walk);
        }
    }

    private boolean isComparison(Expr.BinaryExpr expr) {
        boolean equality =
                expr.operator() == BinaryOperator.STRICT_EQUAL || expr.operator() == BinaryOperator.STRICT_NOT_EQUAL;
        return equality && (compares(expr.left(), expr.right()) || compares(expr.right(), expr.left()));
    }

    private boolean compares(Expr one, Expr other) {
        if (!(other instanceof Expr.Identifier name) || !text(one).equals(key())) {
            return false;
        }
        walk(one);
        compared.add(name.name());
        return true;
    }

    private String key() {
        return loop.key() == null ? loop.item().text() + "?.id" : text(loop.key());
    }

    private static String text(Expr expr) {
        return new JsExpressionEmitter(name -> name).emit(expr);
    }
}
