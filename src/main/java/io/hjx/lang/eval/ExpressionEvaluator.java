package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.value.Value;
import io.hjx.lang.value.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions with JavaScript's results, without JavaScript. Immutable, thread-safe.
 *
 * <p>{@code ===} of lists and objects is identity, as in JavaScript: a value is equal to itself, not to a copy.
 */
public final class ExpressionEvaluator {

    private static final ExpressionEvaluator PURE = new ExpressionEvaluator(null);

    private final @Nullable Surroundings surroundings;

    private ExpressionEvaluator(@Nullable Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** For layouts, where server and browser must agree: without time, chance and locale. */
    public static ExpressionEvaluator pure() {
        return PURE;
    }

    /** For handlers and {@code computed:}. */
    public static ExpressionEvaluator with(Surroundings surroundings) {
        return new ExpressionEvaluator(surroundings);
    }

    /**
     * Evaluates an expression.
     *
     * @throws EvaluationException where it has no result
     * @throws BudgetExceededException where it takes more than the budget has left
     */
    public Value evaluate(Expr expr, Names names, Budget budget) {
        try {
            return new Evaluation(names, budget, surroundings).evaluate(expr);
        } catch (ValueTooLargeException tooLarge) {
            throw new BudgetExceededException("makes too large a value: " + tooLarge.getMessage());
        }
    }
}
