package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one arrow function. Confined to the emitting thread.
 *
 * <p>Destructured parameters are taken apart in the body: JavaScript's own patterns would read along prototype chains.
 */
final class JsArrow {

    private final JsWriter outer;
    private final JsWriter inner;
    private final Set<String> parameters = new HashSet<>();
    private final List<String> declarations = new ArrayList<>();

    JsArrow(JsWriter outer) {
        this.outer = outer;
        this.inner = outer.inside(
                name -> parameters.contains(name) ? name + "$" : outer.names().apply(name));
    }

    String write(Expr.ArrowExpr expr) {
        List<String> heads = new ArrayList<>();
        for (Pattern parameter : expr.parameters()) {
            heads.add(parameter(parameter));
        }
        String head = "(" + String.join(", ", heads) + ") => ";
        String body = inner.write(expr.body(), JsWriter.ASSIGNMENT);
        if (!declarations.isEmpty()) {
            return head + "{ " + String.join(" ", declarations) + " return " + body + "; }";
        }
        return head + (body.startsWith("{") ? "(" + body + ")" : body);
    }

    private String declare(String name) {
        parameters.add(name);
        return name + "$";
    }

    private String parameter(Pattern pattern) {
        if (pattern instanceof Pattern.Variable variable) {
            String fallback = variable.fallback() == null ? "" : " = " + value(variable.fallback());
            return declare(variable.name().text()) + fallback;
        }
        if (pattern instanceof Pattern.Rest rest) {
            return "..." + parameter(rest.target());
        }
        String whole = outer.fresh();
        take(pattern, whole);
        return whole;
    }

    private String value(Expr expr) {
        return inner.write(expr, JsWriter.ASSIGNMENT);
    }

    private String orFallback(String value, @Nullable Expr fallback) {
        return fallback == null
                ? value
                : inner.help("or", value, "() => " + arrowBody(value(fallback))).text();
    }

    private static String arrowBody(String text) {
        return text.startsWith("{") ? "(" + text + ")" : text;
    }

    /** Declares what a pattern takes from a value. */
    private void take(Pattern pattern, String value) {
        if (pattern instanceof Pattern.Variable variable) {
            String from = orFallback(value, variable.fallback());
            declarations.add("const " + declare(variable.name().text()) + " = " + from + ";");
        } else if (pattern instanceof Pattern.ArrayPattern array) {
            String items =
                    keep(inner.help("list", orFallback(value, array.fallback())).text());
            for (int i = 0; i < array.elements().size(); i++) {
                element(array.elements().get(i), items, i);
            }
        } else if (pattern instanceof Pattern.ObjectPattern object) {
            properties(object, keep(orFallback(value, object.fallback())));
        }
    }

    private String keep(String value) {
        if (value.matches("\\$\\d+")) {
            return value;
        }
        String name = outer.fresh();
        declarations.add("const " + name + " = " + value + ";");
        return name;
    }

    private void element(@Nullable Pattern element, String items, int index) {
        if (element instanceof Pattern.Rest rest) {
            take(rest.target(), items + ".slice(" + index + ")");
        } else if (element != null) {
            take(element, items + "[" + index + "]");
        }
    }

    private void properties(Pattern.ObjectPattern pattern, String whole) {
        List<String> taken = new ArrayList<>();
        for (Pattern.Property property : pattern.properties()) {
            if (property.target() instanceof Pattern.Rest rest) {
                take(
                        rest.target(),
                        inner.help("rest", whole, "[" + String.join(", ", taken) + "]")
                                .text());
                continue;
            }
            taken.add(inner.key(property.key()));
            take(property.target(), inner.read(whole, property.key()));
        }
    }
}
