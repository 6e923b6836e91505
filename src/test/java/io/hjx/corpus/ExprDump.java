package io.hjx.corpus;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Pattern;
import java.util.List;
import java.util.stream.Collectors;

/** Writes an expression on one line, every operation in parentheses of its own. */
final class ExprDump implements Expr.Visitor<String> {

    private static final ExprDump DUMP = new ExprDump();

    private ExprDump() {}

    static String of(Expr expr) {
        return expr.accept(DUMP);
    }

    static String list(List<Expr> exprs) {
        return exprs.stream().map(ExprDump::of).collect(Collectors.joining(", "));
    }

    static String of(Path path) {
        return path.root() + path.steps().stream().map(ExprDump::step).collect(Collectors.joining());
    }

    private static String step(Path.Step step) {
        return step instanceof Path.Index index ? "[" + of(index.index()) + "]" : "." + ((Path.Field) step).name();
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars()
                .forEach(c -> quoted.append(
                        switch (c) {
                            case '\n' -> "\\n";
                            case '\r' -> "\\r";
                            case '\t' -> "\\t";
                            case '"' -> "\\\"";
                            case '\\' -> "\\\\";
                            default -> c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c);
                        }));
        return quoted.append('"').toString();
    }

    @Override
    public String visitNumber(Expr.NumberLiteral expr) {
        double value = expr.value();
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    @Override
    public String visitString(Expr.StringLiteral expr) {
        return quoted(expr.value());
    }

    @Override
    public String visitConstant(Expr.ConstantLiteral expr) {
        return expr.value().name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String visitTemplate(Expr.TemplateLiteral expr) {
        StringBuilder out =
                new StringBuilder("template(").append(quoted(expr.texts().get(0)));
        for (int i = 0; i < expr.expressions().size(); i++) {
            out.append(" ").append(of(expr.expressions().get(i)));
            out.append(" ").append(quoted(expr.texts().get(i + 1)));
        }
        return out.append(")").toString();
    }

    @Override
    public String visitArray(Expr.ArrayExpr expr) {
        return "[" + list(expr.elements()) + "]";
    }

    @Override
    public String visitObject(Expr.ObjectExpr expr) {
        return "{" + expr.members().stream().map(this::member).collect(Collectors.joining(", ")) + "}";
    }

    private String member(Expr.ObjectMember member) {
        if (member instanceof Expr.Property property) {
            return key(property.key()) + ": " + of(property.value());
        }
        return "..." + of(((Expr.SpreadMember) member).value());
    }

    private static String key(Expr.PropertyKey key) {
        return key.computed() == null ? key.text() : "[" + of(key.computed()) + "]";
    }

    @Override
    public String visitSpread(Expr.SpreadExpr expr) {
        return "..." + of(expr.value());
    }

    @Override
    public String visitIdentifier(Expr.Identifier expr) {
        return expr.name();
    }

    @Override
    public String visitMember(Expr.MemberExpr expr) {
        return of(expr.object()) + (expr.optional() ? "?." : ".") + expr.property();
    }

    @Override
    public String visitIndex(Expr.IndexExpr expr) {
        return of(expr.object()) + (expr.optional() ? "?.[" : "[") + of(expr.index()) + "]";
    }

    @Override
    public String visitCall(Expr.CallExpr expr) {
        return of(expr.callee()) + (expr.optional() ? "?.(" : "(") + list(expr.arguments()) + ")";
    }

    @Override
    public String visitChain(Expr.ChainExpr expr) {
        return "chain(" + of(expr.chain()) + ")";
    }

    @Override
    public String visitUnary(Expr.UnaryExpr expr) {
        return "(" + expr.operator().symbol() + " " + of(expr.operand()) + ")";
    }

    @Override
    public String visitBinary(Expr.BinaryExpr expr) {
        return "(" + of(expr.left()) + " " + expr.operator().symbol() + " " + of(expr.right()) + ")";
    }

    @Override
    public String visitLogical(Expr.LogicalExpr expr) {
        return "(" + of(expr.left()) + " " + expr.operator().symbol() + " " + of(expr.right()) + ")";
    }

    @Override
    public String visitConditional(Expr.ConditionalExpr expr) {
        return "(" + of(expr.condition()) + " ? " + of(expr.then()) + " : " + of(expr.otherwise()) + ")";
    }

    @Override
    public String visitArrow(Expr.ArrowExpr expr) {
        String parameters = expr.parameters().stream().map(ExprDump::pattern).collect(Collectors.joining(", "));
        return "((" + parameters + ") => " + of(expr.body()) + ")";
    }

    private static String pattern(Pattern pattern) {
        if (pattern == null) {
            return "";
        }
        if (pattern instanceof Pattern.Variable variable) {
            return variable.name() + fallback(variable.fallback());
        }
        if (pattern instanceof Pattern.ArrayPattern array) {
            return "[" + array.elements().stream().map(ExprDump::pattern).collect(Collectors.joining(", ")) + "]"
                    + fallback(array.fallback());
        }
        if (pattern instanceof Pattern.Rest rest) {
            return "..." + pattern(rest.target());
        }
        Pattern.ObjectPattern object = (Pattern.ObjectPattern) pattern;
        return "{" + object.properties().stream().map(ExprDump::property).collect(Collectors.joining(", ")) + "}"
                + fallback(object.fallback());
    }

    private static String property(Pattern.Property property) {
        String key = key(property.key());
        return key.isEmpty() ? pattern(property.target()) : key + ": " + pattern(property.target());
    }

    private static String fallback(Expr fallback) {
        return fallback == null ? "" : " = " + of(fallback);
    }

    @Override
    public String visitMissing(Expr.MissingExpr expr) {
        return "<missing>";
    }
}
