package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;

/** A bound path as the expression that reads it. */
final class BoundPath {

    private BoundPath() {}

    static Expr expression(Path path) {
        Expr expr = new Expr.Identifier(path.root().span(), path.root().text());
        for (Path.Step step : path.steps()) {
            expr = step instanceof Path.Field field
                    ? new Expr.MemberExpr(path.span(), expr, field.name(), false)
                    : new Expr.IndexExpr(path.span(), expr, ((Path.Index) step).index(), false);
        }
        return expr;
    }
}
