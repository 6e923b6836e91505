package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import java.util.List;

/** Tells which expressions can fail: those that call, spread, ask with {@code in}, or take values apart. Immutable. */
final class Fallible implements Expr.Visitor<Boolean> {

    private boolean any(List<Expr> parts) {
        return parts.stream().anyMatch(part -> part.accept(this));
    }

    @Override
    public Boolean visitNumber(Expr.NumberLiteral expr) {
        return false;
    }

    @Override
    public Boolean visitString(Expr.StringLiteral expr) {
        return false;
    }

    @Override
    public Boolean visitConstant(Expr.ConstantLiteral expr) {
        return false;
    }

    @Override
    public Boolean visitTemplate(Expr.TemplateLiteral expr) {
        return any(expr.expressions());
    }

    @Override
    public Boolean visitArray(Expr.ArrayExpr expr) {
        return any(expr.elements());
    }

    @Override
    public Boolean visitObject(Expr.ObjectExpr expr) {
        return true;
    }

    @Override
    public Boolean visitSpread(Expr.SpreadExpr expr) {
        return true;
    }

    @Override
    public Boolean visitIdentifier(Expr.Identifier expr) {
        return false;
    }

    @Override
    public Boolean visitMember(Expr.MemberExpr expr) {
        return expr.object().accept(this);
    }

    @Override
    public Boolean visitIndex(Expr.IndexExpr expr) {
        return expr.object().accept(this) || expr.index().accept(this);
    }

    @Override
    public Boolean visitCall(Expr.CallExpr expr) {
        return true;
    }

    @Override
    public Boolean visitChain(Expr.ChainExpr expr) {
        return expr.chain().accept(this);
    }

    @Override
    public Boolean visitUnary(Expr.UnaryExpr expr) {
        return expr.operand().accept(this);
    }

    @Override
    public Boolean visitBinary(Expr.BinaryExpr expr) {
        return expr.operator() == Expr.BinaryOperator.IN
                || expr.left().accept(this)
                || expr.right().accept(this);
    }

    @Override
    public Boolean visitLogical(Expr.LogicalExpr expr) {
        return expr.left().accept(this) || expr.right().accept(this);
    }

    @Override
    public Boolean visitConditional(Expr.ConditionalExpr expr) {
        return expr.condition().accept(this)
                || expr.then().accept(this)
                || expr.otherwise().accept(this);
    }

    @Override
    public Boolean visitArrow(Expr.ArrowExpr expr) {
        return true;
    }

    @Override
    public Boolean visitMissing(Expr.MissingExpr expr) {
        return true;
    }
}
