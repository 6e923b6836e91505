package io.hjx.lang.emit;

import io.hjx.lang.ast.ForNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the names of the language are called in the module: a component's own, or those of a loop inside. Immutable.
 *
 * @param outer the scope around, or null for the component's own names
 * @param bits the constants of the names that this scope has
 * @param loop the loop, or null for the component's own names
 * @param row the variable that holds the loop's row; empty for the component's own names
 */
record JsScope(
        @Nullable JsScope outer,
        Map<String, String> bits,
        @Nullable ForNode loop,
        String row) {

    /** A name as the module reads it: the bit that says whether it changed, the text that reads it. */
    record Reading(String bit, String text, JsScope scope) {}

    /** The innermost meaning of a name, or null where it is no name of the component. */
    @Nullable Reading find(String name) {
        for (JsScope scope = this; scope != null; scope = scope.outer) {
            String bit = scope.bits.get(name);
            if (bit != null) {
                return new Reading(bit, scope.text(name), scope);
            }
        }
        return null;
    }

    private String text(String name) {
        if (loop == null) {
            return "state." + name;
        }
        return row + (name.equals(loop.item().text()) ? ".item" : ".index");
    }

    /** How many loops are around. */
    int depth() {
        return outer == null ? 0 : outer.depth() + 1;
    }
}
