package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes expressions as plain JavaScript that computes what {@code ExpressionEvaluator} computes. Immutable,
 * thread-safe.
 *
 * <p>What JavaScript would do otherwise, reading along prototype chains and calling {@code toString} of data, is left
 * to the functions of {@code expr.js}. Parameters of arrow functions carry a {@code $} behind their names and other
 * names that are made here begin with {@code $} and a digit, so that they hide nothing of the module around.
 */
public final class JsExpressionEmitter {

    private final Function<String, @Nullable String> names;
    private final String helpers;
    private final JsWriter.Reach reach;
    private final Marker marker;

    /** An emitter for a module that imports all of {@code expr.js} as {@code $}. */
    public JsExpressionEmitter(Function<String, @Nullable String> names) {
        this(names, "$");
    }

    /**
     * @param names the text that reads a name, binding as tightly as {@code a.b} does and not ending in {@code $}; null
     *     for what is no name of the component
     * @param helpers the name under which the module imports all of {@code expr.js}
     */
    public JsExpressionEmitter(Function<String, @Nullable String> names, String helpers) {
        this(names, helpers, JsWriter.Reach.LAYOUT, Marker.NONE);
    }

    private JsExpressionEmitter(
            Function<String, @Nullable String> names, String helpers, JsWriter.Reach reach, Marker marker) {
        this.names = names;
        this.helpers = helpers;
        this.reach = reach;
        this.marker = marker;
    }

    /** An emitter for layouts whose text is marked. */
    static JsExpressionEmitter marked(Function<String, @Nullable String> names) {
        return new JsExpressionEmitter(names, "$", JsWriter.Reach.LAYOUT, Marker.PLACES);
    }

    /** An emitter for handlers and computed names, whose text is marked. */
    static JsExpressionEmitter ofHandlers(Function<String, @Nullable String> names) {
        return new JsExpressionEmitter(names, "$", JsWriter.Reach.HANDLER, Marker.PLACES);
    }

    /** The expression as an operand of anything that binds as loosely as an argument or the right side of {@code =}. */
    public String emit(Expr expr) {
        return new JsWriter(names, helpers, reach, marker).write(expr, JsWriter.ASSIGNMENT);
    }

    /** The text that an interpolation of the expression shows. */
    public String text(Expr expr) {
        return helpers + ".text(" + emit(expr) + ")";
    }
}
