package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.BinaryOperator;
import io.hjx.lang.ast.Expr.LogicalOperator;
import io.hjx.lang.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An operator between two operands with its precedence; exactly one of {@code binary}, {@code logical} is there. */
record Infix(
        int precedence,
        @Nullable BinaryOperator binary,
        @Nullable LogicalOperator logical) {

    private static final Map<String, Infix> ALL = all();

    /** The operator that a token is, or null where it is none. */
    static @Nullable Infix of(ExpressionToken token) {
        return switch (token.kind()) {
            case SYMBOL, NAME -> ALL.get(token.text());
            default -> null;
        };
    }

    private static Map<String, Infix> all() {
        Map<String, Infix> all = new HashMap<>();
        for (BinaryOperator operator : BinaryOperator.values()) {
            all.put(operator.symbol(), new Infix(precedence(operator), operator, null));
        }
        for (LogicalOperator operator : LogicalOperator.values()) {
            all.put(operator.symbol(), new Infix(operator == LogicalOperator.AND ? 2 : 1, null, operator));
        }
        return Map.copyOf(all);
    }

    private static int precedence(BinaryOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, STRICT_EQUAL, STRICT_NOT_EQUAL -> 3;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN -> 4;
            case ADD, SUBTRACT -> 5;
            case MULTIPLY, DIVIDE, REMAINDER -> 6;
            case POWER -> 7;
        };
    }

    String symbol() {
        return binary != null ? binary.symbol() : logical == null ? "" : logical.symbol();
    }

    /** The lowest precedence on the right: the operator's own where it groups to the right, as {@code **} does. */
    int rightPrecedence() {
        if (logical == LogicalOperator.COALESCE) {
            return 3;
        }
        return binary == BinaryOperator.POWER ? precedence : precedence + 1;
    }

    Expr join(Span span, Expr left, Expr right) {
        if (binary != null) {
            return new Expr.BinaryExpr(span, binary, left, right);
        }
        return new Expr.LogicalExpr(span, Objects.requireNonNull(logical), left, right);
    }
}
