package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds conditions that no value changes, and branches that an earlier one always takes first. */
record BranchChecks(Report report) {

    /** Calls that answer differently each time. */
    private static final Pattern CHANGING = Pattern.compile("\\b(random|uuid|now)\\s*\\(");

    void check(Choice choice) {
        Map<String, Span> seen = new HashMap<>();
        for (Expr condition : choice.conditions()) {
            Boolean truth = truth(condition);
            if (truth != null) {
                constant(condition.span(), truth);
            } else {
                checkRepeated(condition.span(), seen);
            }
        }
    }

    private void constant(Span condition, boolean truth) {
        String label = truth ? "no `else` of it is ever reached" : "what is below is never reached";
        String help = truth ? "leave out the condition" : "leave out the branch";
        report.add(DiagnosticCode.CONSTANT_CONDITION, condition, label, help, truth);
    }

    private void checkRepeated(Span condition, Map<String, Span> seen) {
        String text = report.source().slice(condition);
        Span first = seen.putIfAbsent(text, condition);
        if (first != null && !CHANGING.matcher(text).find()) {
            String label = "the same condition stands at " + report.place(first);
            report.add(
                    DiagnosticCode.REPEATED_CONDITION,
                    condition,
                    label,
                    "change the condition or leave out the branch");
        }
    }

    /** What a condition of literals comes to; null where it reads something. */
    private static @Nullable Boolean truth(Expr expr) {
        if (expr instanceof Expr.ConstantLiteral constant) {
            return constant.value() == Expr.Constant.TRUE;
        }
        if (expr instanceof Expr.NumberLiteral number) {
            return number.value() != 0 && !Double.isNaN(number.value());
        }
        if (expr instanceof Expr.StringLiteral string) {
            return !string.value().isEmpty();
        }
        if (expr instanceof Expr.ArrayExpr || expr instanceof Expr.ObjectExpr || expr instanceof Expr.ArrowExpr) {
            return true;
        }
        if (expr instanceof Expr.UnaryExpr unary && unary.operator() == Expr.UnaryOperator.NOT) {
            Boolean operand = truth(unary.operand());
            return operand == null ? null : !operand;
        }
        return expr instanceof Expr.LogicalExpr logical ? truth(logical) : null;
    }

    /** {@code false && a} and {@code true || a}, whichever side decides. */
    private static @Nullable Boolean truth(Expr.LogicalExpr logical) {
        Boolean left = truth(logical.left());
        Boolean right = truth(logical.right());
        Boolean deciding = logical.operator() == Expr.LogicalOperator.OR;
        if (logical.operator() == Expr.LogicalOperator.COALESCE) {
            return null;
        }
        if (deciding.equals(left) || deciding.equals(right)) {
            return deciding;
        }
        return left == null ? null : right;
    }
}
