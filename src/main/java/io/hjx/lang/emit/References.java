package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what reads and sets paths in a program, and lists of arguments. Stateless. */
final class References {

    private References() {}

    /**
     * The new value of a path's root.
     *
     * @param root what reads the root
     * @param value the new value of the path
     */
    static String replaced(Path path, String root, String value, Function<Expr, String> expression) {
        if (path.steps().isEmpty()) {
            return value;
        }
        String keys = path.steps().stream()
                .map(step -> step instanceof Path.Field field
                        ? JsText.string(field.name().text())
                        : expression.apply(((Path.Index) step).index()))
                .collect(Collectors.joining(", "));
        return "put(" + root + ", [" + keys + "], " + value + ", "
                + JsText.string(path.root().text()) + ")";
    }

    /** The members {@code get} and, where it can be set, {@code set} of a path. */
    static String members(Path path, Function<String, @Nullable String> names) {
        JsExpressionEmitter emitter = JsExpressionEmitter.ofHandlers(names);
        String get = "get: (state) => " + JsText.body(emitter.emit(BoundPath.expression(path)));
        String set = setter(path, names);
        return set.isEmpty() ? get : get + ", set: " + set;
    }

    /** The function that sets a path; empty where nobody knows its root. */
    static String setter(Path path, Function<String, @Nullable String> names) {
        String root = names.apply(path.root().text());
        if (root == null) {
            return "";
        }
        String value = replaced(path, root, "value", JsExpressionEmitter.ofHandlers(names)::emit);
        return "(state, value) => { " + Marker.PLACES.at(path.span()) + root + " = " + value + "; }";
    }

    /** Arguments of a handler; what {@code ...} stands for must be a list. */
    static String arguments(List<Expr> arguments, Function<Expr, String> expression) {
        return arguments.stream()
                .map(argument -> argument instanceof Expr.SpreadExpr spread
                        ? "...turn.spread(" + expression.apply(spread.value()) + ")"
                        : expression.apply(argument))
                .collect(Collectors.joining(", "));
    }
}
