package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions directly inside an expression, in source order; of an arrow function its defaults and its body. */
public final class SubExpressions implements Expr.Visitor<List<Expr>> {

    public static final SubExpressions DIRECT = new SubExpressions();

    private SubExpressions() {}

    @Override
    public List<Expr> visitNumber(Expr.NumberLiteral expr) {
        return List.of();
    }

    @Override
    public List<Expr> visitString(Expr.StringLiteral expr) {
        return List.of();
    }

    @Override
    public List<Expr> visitConstant(Expr.ConstantLiteral expr) {
        return List.of();
    }

    @Override
    public List<Expr> visitTemplate(Expr.TemplateLiteral expr) {
        return expr.expressions();
    }

    @Override
    public List<Expr> visitArray(Expr.ArrayExpr expr) {
        return expr.elements();
    }

    @Override
    public List<Expr> visitObject(Expr.ObjectExpr expr) {
        List<Expr> parts = new ArrayList<>();
        for (Expr.ObjectMember member : expr.members()) {
            if (member instanceof Expr.Property property) {
                add(property.key().computed(), parts);
                parts.add(property.value());
            } else if (member instanceof Expr.SpreadMember spread) {
                parts.add(spread.value());
            }
        }
        return parts;
    }

    @Override
    public List<Expr> visitSpread(Expr.SpreadExpr expr) {
        return List.of(expr.value());
    }

    @Override
    public List<Expr> visitIdentifier(Expr.Identifier expr) {
        return List.of();
    }

    @Override
    public List<Expr> visitMember(Expr.MemberExpr expr) {
        return List.of(expr.object());
    }

    @Override
    public List<Expr> visitIndex(Expr.IndexExpr expr) {
        return List.of(expr.object(), expr.index());
    }

    @Override
    public List<Expr> visitCall(Expr.CallExpr expr) {
        List<Expr> parts = new ArrayList<>();
        parts.add(expr.callee());
        parts.addAll(expr.arguments());
        return parts;
    }

    @Override
    public List<Expr> visitChain(Expr.ChainExpr expr) {
        return List.of(expr.chain());
    }

    @Override
    public List<Expr> visitUnary(Expr.UnaryExpr expr) {
        return List.of(expr.operand());
    }

    @Override
    public List<Expr> visitBinary(Expr.BinaryExpr expr) {
        return List.of(expr.left(), expr.right());
    }

    @Override
    public List<Expr> visitLogical(Expr.LogicalExpr expr) {
        return List.of(expr.left(), expr.right());
    }

    @Override
    public List<Expr> visitConditional(Expr.ConditionalExpr expr) {
        return List.of(expr.condition(), expr.then(), expr.otherwise());
    }

    @Override
    public List<Expr> visitArrow(Expr.ArrowExpr expr) {
        List<Expr> parts = new ArrayList<>();
        expr.parameters().forEach(parameter -> addFrom(parameter, parts));
        parts.add(expr.body());
        return parts;
    }

    private static void addFrom(@Nullable Pattern pattern, List<Expr> parts) {
        if (pattern instanceof Pattern.Variable variable) {
            add(variable.fallback(), parts);
        } else if (pattern instanceof Pattern.ArrayPattern array) {
            add(array.fallback(), parts);
            array.elements().forEach(element -> addFrom(element, parts));
        } else if (pattern instanceof Pattern.ObjectPattern object) {
            add(object.fallback(), parts);
            for (Pattern.Property property : object.properties()) {
                add(property.key().computed(), parts);
                addFrom(property.target(), parts);
            }
        } else if (pattern instanceof Pattern.Rest rest) {
            addFrom(rest.target(), parts);
        }
    }

    private static void add(@Nullable Expr expr, List<Expr> parts) {
        if (expr != null) {
            parts.add(expr);
        }
    }

    @Override
    public List<Expr> visitMissing(Expr.MissingExpr expr) {
        return List.of();
    }
}
