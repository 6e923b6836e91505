package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The passes of the loops around a component use, in one frame of its parent. Confined to the run's thread. */
final class ChildPasses {

    /**
     * One pass.
     *
     * @param key the loop keys, encoded and joined
     * @param scope the names of the parent at the use
     */
    record Pass(String key, Scope scope) {}

    private final PlaceFrame frame;
    private final boolean hiddenToo;
    private final List<Pass> passes = new ArrayList<>();
    private boolean complete = true;

    private ChildPasses(PlaceFrame frame, boolean hiddenToo) {
        this.frame = frame;
        this.hiddenToo = hiddenToo;
    }

    /** Those in which the use is on the page. */
    static ChildPasses shown(PlaceFrame frame, Place child) {
        return collect(new ChildPasses(frame, false), child);
    }

    /** Those of items that are there, shown or hidden by a condition. */
    static ChildPasses present(PlaceFrame frame, Place child) {
        return collect(new ChildPasses(frame, true), child);
    }

    private static ChildPasses collect(ChildPasses passes, Place child) {
        passes.walk(passes.frame, child.around, List.of());
        return passes;
    }

    List<Pass> list() {
        return passes;
    }

    /** False where a list or condition failed, which the layout shows as nothing and reports. */
    boolean complete() {
        return complete;
    }

    private void walk(Scope scope, List<Around> around, List<String> keys) {
        if (around.isEmpty()) {
            passes.add(new Pass(LoopKeys.join(keys), scope));
            return;
        }
        List<Around> rest = around.subList(1, around.size());
        if (around.get(0) instanceof Around.Branch branch) {
            if (hiddenToo || shown(scope, branch)) {
                walk(scope, rest, keys);
            }
        } else if (around.get(0) instanceof Around.Loop loop) {
            walk(scope, loop.node(), rest, keys);
        }
    }

    private void walk(Scope scope, ForNode loop, List<Around> rest, List<String> keys) {
        if (!(evaluate(loop.list(), scope) instanceof ListValue list)) {
            return;
        }
        LoopKeys loopKeys = SiteResolver.keys(frame, scope, loop, list);
        for (int i = 0; i < list.size(); i++) {
            List<String> inner = new ArrayList<>(keys);
            inner.add(loopKeys.key(i));
            walk(SiteResolver.pass(frame, scope, loop, i, list.get(i)), rest, inner);
        }
    }

    private boolean shown(Scope scope, Around.Branch branch) {
        for (Expr condition : branch.conditions()) {
            if (holds(condition, scope)) {
                return false;
            }
        }
        return branch.condition().stream().allMatch(condition -> holds(condition, scope));
    }

    private boolean holds(Expr condition, Scope scope) {
        Value value = evaluate(condition, scope);
        return value != null && Conversions.toBoolean(value);
    }

    private @Nullable Value evaluate(Expr expr, Scope scope) {
        try {
            return frame.run().evaluateShown(expr, scope, frame.source());
        } catch (EvaluationException failure) {
            complete = false;
            return null;
        }
    }
}
