package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression; the forms and precedence are JavaScript's. */
public sealed interface Expr extends Node {

    <R> R accept(Visitor<R> visitor);

    /** {@code 1}, {@code .5}, {@code 0x1f}. */
    record NumberLiteral(Span span, double value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitNumber(this);
        }
    }

    /** A string with its escapes resolved. */
    record StringLiteral(Span span, String value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitString(this);
        }
    }

    /** {@code true}, {@code false}, {@code null} and {@code undefined}. */
    record ConstantLiteral(Span span, Constant value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConstant(this);
        }
    }

    /** The values that have a word of their own. */
    enum Constant {
        TRUE,
        FALSE,
        NULL,
        UNDEFINED
    }

    /** A template literal: texts and expressions in turn, one text more than expressions. */
    record TemplateLiteral(Span span, List<String> texts, List<Expr> expressions) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitTemplate(this);
        }
    }

    /** {@code [a, ...b]}; a hole is {@code undefined}. */
    record ArrayExpr(Span span, List<Expr> elements) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitArray(this);
        }
    }

    /** <code>{a: 1, b, [c]: 2, ...d}</code>. */
    record ObjectExpr(Span span, List<ObjectMember> members) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitObject(this);
        }
    }

    /** What stands in an object literal; shorthand {@code b} is a property whose value is the identifier. */
    sealed interface ObjectMember extends Node {}

    /** {@code key: value}. */
    record Property(Span span, PropertyKey key, Expr value) implements ObjectMember {}

    /** {@code ...value} in an object literal. */
    record SpreadMember(Span span, Expr value) implements ObjectMember {}

    /**
     * A key: fixed text, or computed in brackets.
     *
     * @param text the fixed key; empty where {@code computed} is there
     */
    record PropertyKey(String text, @Nullable Expr computed) {}

    /** {@code ...value} in an array literal or a call; nowhere else. */
    record SpreadExpr(Span span, Expr value) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSpread(this);
        }
    }

    /** A name. */
    record Identifier(Span span, String name) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIdentifier(this);
        }
    }

    /** {@code a.b}, or {@code a?.b} where optional. */
    record MemberExpr(Span span, Expr object, Name property, boolean optional) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMember(this);
        }
    }

    /** {@code a[b]}, or {@code a?.[b]} where optional. */
    record IndexExpr(Span span, Expr object, Expr index, boolean optional) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIndex(this);
        }
    }

    /** {@code f(a, ...b)}, or {@code f?.(a)} where optional. */
    record CallExpr(Span span, Expr callee, List<Expr> arguments, boolean optional) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** A whole chain with at least one {@code ?.} in it: where that finds nothing, the chain is {@code undefined}. */
    record ChainExpr(Span span, Expr chain) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitChain(this);
        }
    }

    /** {@code !a}, {@code -a}, {@code +a}, {@code typeof a}. */
    record UnaryExpr(Span span, UnaryOperator operator, Expr operand) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitUnary(this);
        }
    }

    /** {@code a + b} and its like: both sides are always evaluated. */
    record BinaryExpr(Span span, BinaryOperator operator, Expr left, Expr right) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitBinary(this);
        }
    }

    /** {@code a && b}, {@code a || b}, {@code a ?? b}: the right side only where it decides. */
    record LogicalExpr(Span span, LogicalOperator operator, Expr left, Expr right) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLogical(this);
        }
    }

    /** {@code a ? b : c}. */
    record ConditionalExpr(Span span, Expr condition, Expr then, Expr otherwise) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitConditional(this);
        }
    }

    /** {@code (a, [b], {c} = {}) => body}. */
    record ArrowExpr(Span span, List<Pattern> parameters, Expr body) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitArrow(this);
        }
    }

    /** The place of an expression that could not be read; a diagnostic says why. Never in a tree without errors. */
    record MissingExpr(Span span) implements Expr {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitMissing(this);
        }
    }

    /** Operators before their operand. */
    enum UnaryOperator {
        NOT("!"),
        MINUS("-"),
        PLUS("+"),
        TYPEOF("typeof");

        private final String symbol;

        UnaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** Operators between two operands that are both evaluated. */
    enum BinaryOperator {
        ADD("+"),
        SUBTRACT("-"),
        MULTIPLY("*"),
        DIVIDE("/"),
        REMAINDER("%"),
        POWER("**"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        STRICT_EQUAL("==="),
        STRICT_NOT_EQUAL("!=="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        IN("in");

        private final String symbol;

        BinaryOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** Operators that may leave their right side alone. */
    enum LogicalOperator {
        AND("&&"),
        OR("||"),
        COALESCE("??");

        private final String symbol;

        LogicalOperator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** One method a kind of expression. */
    interface Visitor<R> {
        R visitNumber(NumberLiteral expr);

        R visitString(StringLiteral expr);

        R visitConstant(ConstantLiteral expr);

        R visitTemplate(TemplateLiteral expr);

        R visitArray(ArrayExpr expr);

        R visitObject(ObjectExpr expr);

        R visitSpread(SpreadExpr expr);

        R visitIdentifier(Identifier expr);

        R visitMember(MemberExpr expr);

        R visitIndex(IndexExpr expr);

        R visitCall(CallExpr expr);

        R visitChain(ChainExpr expr);

        R visitUnary(UnaryExpr expr);

        R visitBinary(BinaryExpr expr);

        R visitLogical(LogicalExpr expr);

        R visitConditional(ConditionalExpr expr);

        R visitArrow(ArrowExpr expr);

        R visitMissing(MissingExpr expr);
    }
}
