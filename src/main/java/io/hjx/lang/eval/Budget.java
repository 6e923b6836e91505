package io.hjx.lang.eval;

/**
 * What one evaluation may still spend. Confined to the evaluating thread.
 *
 * <p>Steps are nodes evaluated and items walked by built-in methods; depth is nesting of calls and expressions; size is
 * the length of a string or the number of items of a list that an operation makes.
 */
public final class Budget {

    /** The steps of an evaluation where nothing else is set. */
    public static final int STANDARD_STEPS = 1_000_000;

    private final int maxDepth;
    private final int maxSize;
    private long steps;
    private int depth;

    public Budget(long steps, int maxDepth, int maxSize) {
        this.steps = steps;
        this.maxDepth = maxDepth;
        this.maxSize = maxSize;
    }

    /** What a handler gets where nothing else is set: 1,000,000 steps, depth 200, 1,000,000 characters or items. */
    public static Budget standard() {
        return ofSteps(STANDARD_STEPS);
    }

    /** The standard budget with another number of steps. */
    public static Budget ofSteps(long steps) {
        return new Budget(steps, 200, 1_000_000);
    }

    /** Takes steps; throws {@link BudgetExceededException} when they are used up. */
    public void spend(long count) {
        steps -= count;
        if (steps < 0) {
            throw new BudgetExceededException("took too many steps");
        }
    }

    /** One level deeper; every call is paired with {@link #leave}. */
    public void enter() {
        if (++depth > maxDepth) {
            throw new BudgetExceededException("is nested too deeply");
        }
    }

    public void leave() {
        depth--;
    }

    /** Takes the steps that making something of this size costs, or refuses it. */
    public void grow(long size) {
        if (size > maxSize) {
            throw new BudgetExceededException("makes a text or list that is too large");
        }
        spend(size >> 4);
    }
}
