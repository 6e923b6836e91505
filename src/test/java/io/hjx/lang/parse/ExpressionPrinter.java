package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** Prints a tree with every grouping visible: {@code (+ a (* b c))}. */
final class ExpressionPrinter implements Expr.Visitor<String> {

    static String print(Expr expr) {
        return expr.accept(new ExpressionPrinter());
    }

    private String all(String head, List<? extends Expr> parts) {
        return "(" + head + parts.stream().map(part -> " " + print(part)).collect(Collectors.joining()) + ")";
    }

    @Override
    public String visitNumber(Expr.NumberLiteral expr) {
        return expr.value() == Math.rint(expr.value()) && Math.abs(expr.value()) < 1e9
                ? Long.toString((long) expr.value())
                : Double.toString(expr.value());
    }

    @Override
    public String visitString(Expr.StringLiteral expr) {
        return "'" + expr.value() + "'";
    }

    @Override
    public String visitConstant(Expr.ConstantLiteral expr) {
        return expr.value().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String visitTemplate(Expr.TemplateLiteral expr) {
        return all("template " + expr.texts(), expr.expressions());
    }

    @Override
    public String visitArray(Expr.ArrayExpr expr) {
        return all("array", expr.elements());
    }

    @Override
    public String visitObject(Expr.ObjectExpr expr) {
        return expr.members().stream().map(this::member).collect(Collectors.joining(" ", "{", "}"));
    }

    private String member(Expr.ObjectMember member) {
        return member instanceof Expr.Property property
                ? key(property.key()) + ":" + print(property.value())
                : "..." + print(((Expr.SpreadMember) member).value());
    }

    private String key(Expr.PropertyKey key) {
        return key.computed() == null ? key.text() : "[" + print(key.computed()) + "]";
    }

    @Override
    public String visitSpread(Expr.SpreadExpr expr) {
        return "..." + print(expr.value());
    }

    @Override
    public String visitIdentifier(Expr.Identifier expr) {
        return expr.name();
    }

    @Override
    public String visitMember(Expr.MemberExpr expr) {
        return "(" + (expr.optional() ? "?. " : ". ") + print(expr.object()) + " " + expr.property() + ")";
    }

    @Override
    public String visitIndex(Expr.IndexExpr expr) {
        return all(expr.optional() ? "?.[]" : "[]", List.of(expr.object(), expr.index()));
    }

    @Override
    public String visitCall(Expr.CallExpr expr) {
        return all((expr.optional() ? "?.call " : "call ") + print(expr.callee()), expr.arguments());
    }

    @Override
    public String visitChain(Expr.ChainExpr expr) {
        return all("chain", List.of(expr.chain()));
    }

    @Override
    public String visitUnary(Expr.UnaryExpr expr) {
        return all(expr.operator().symbol(), List.of(expr.operand()));
    }

    @Override
    public String visitBinary(Expr.BinaryExpr expr) {
        return all(expr.operator().symbol(), List.of(expr.left(), expr.right()));
    }

    @Override
    public String visitLogical(Expr.LogicalExpr expr) {
        return all(expr.operator().symbol(), List.of(expr.left(), expr.right()));
    }

    @Override
    public String visitConditional(Expr.ConditionalExpr expr) {
        return all("?", List.of(expr.condition(), expr.then(), expr.otherwise()));
    }

    @Override
    public String visitArrow(Expr.ArrowExpr expr) {
        String parameters = expr.parameters().stream().map(this::pattern).collect(Collectors.joining(" "));
        return "(=> [" + parameters + "] " + print(expr.body()) + ")";
    }

    private String pattern(Pattern pattern) {
        if (pattern == null) {
            return "_";
        }
        if (pattern instanceof Pattern.Variable variable) {
            return variable.name() + fallback(variable.fallback());
        }
        if (pattern instanceof Pattern.Rest rest) {
            return "..." + pattern(rest.target());
        }
        if (pattern instanceof Pattern.ArrayPattern array) {
            return array.elements().stream().map(this::pattern).collect(Collectors.joining(" ", "[", "]"))
                    + fallback(array.fallback());
        }
        Pattern.ObjectPattern object = (Pattern.ObjectPattern) pattern;
        return object.properties().stream()
                        .map(p -> key(p.key()) + ":" + pattern(p.target()))
                        .collect(Collectors.joining(" ", "{", "}"))
                + fallback(object.fallback());
    }

    private String fallback(Expr fallback) {
        return fallback == null ? "" : "=" + print(fallback);
    }

    @Override
    public String visitMissing(Expr.MissingExpr expr) {
        return "MISSING";
    }
}
