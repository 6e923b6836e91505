package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import org.jspecify.annotations.Nullable;

/** Tells values that are written down from those that must be computed. */
final class Literals {

    private Literals() {}

    /** The first part of a value that is no JSON literal, or null where all of it is. */
    static @Nullable Expr culprit(Expr value) {
        if (value instanceof Expr.ArrayExpr array) {
            return first(array.elements());
        }
        if (value instanceof Expr.ObjectExpr object) {
            return object(object);
        }
        return isPlain(value) ? null : value;
    }

    private static @Nullable Expr first(Iterable<? extends Expr> values) {
        for (Expr value : values) {
            Expr culprit = culprit(value);
            if (culprit != null) {
                return culprit;
            }
        }
        return null;
    }

    private static @Nullable Expr object(Expr.ObjectExpr object) {
        for (Expr.ObjectMember member : object.members()) {
            Expr culprit = member instanceof Expr.Property property ? property(property) : spread(member);
            if (culprit != null) {
                return culprit;
            }
        }
        return null;
    }

    private static @Nullable Expr property(Expr.Property property) {
        Expr computed = property.key().computed();
        return computed != null ? computed : culprit(property.value());
    }

    private static Expr spread(Expr.ObjectMember member) {
        return ((Expr.SpreadMember) member).value();
    }

    private static boolean isPlain(Expr value) {
        if (value instanceof Expr.UnaryExpr sign) {
            boolean signed = sign.operator() == Expr.UnaryOperator.MINUS || sign.operator() == Expr.UnaryOperator.PLUS;
            return signed && sign.operand() instanceof Expr.NumberLiteral number && Double.isFinite(number.value());
        }
        if (value instanceof Expr.NumberLiteral number) {
            return Double.isFinite(number.value());
        }
        if (value instanceof Expr.ConstantLiteral constant) {
            return constant.value() != Expr.Constant.UNDEFINED;
        }
        return value instanceof Expr.StringLiteral || value instanceof Expr.MissingExpr;
    }
}
