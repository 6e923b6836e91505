package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.Value;
import java.util.List;

/** An arrow function with the names around it. Confined to the evaluating thread. */
final class Arrow implements FunctionValue {

    private final Expr.ArrowExpr expr;
    private final Evaluation around;

    Arrow(Expr.ArrowExpr expr, Evaluation around) {
        this.expr = expr;
        this.around = around;
    }

    @Override
    public Value call(List<Value> arguments) {
        ParameterScope scope =
                new ParameterScope(around.names(), expr.parameters().size());
        Evaluation inside = around.in(scope);
        new PatternBinder(scope, inside).bindAll(expr.parameters(), arguments);
        return inside.evaluate(expr.body());
    }
}
