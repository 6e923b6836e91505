package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;

/** A line of a handler. */
public sealed interface Statement extends Node {

    <R> R accept(Visitor<R> visitor);

    /** {@code set path = value}. */
    record Set(Span span, Path path, Expr value) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSet(this);
        }
    }

    /** {@code let name = value}. */
    record Let(Span span, Name name, Expr value) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLet(this);
        }
    }

    /**
     * {@code log value}.
     *
     * @param value a string literal with <code>{{…}}</code> in it is read as a {@link Expr.TemplateLiteral}
     */
    record Log(Span span, Expr value) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitLog(this);
        }
    }

    /** {@code if (a): … else if (b): … else: …}. */
    record If(Span span, List<Branch> branches, List<Statement> otherwise) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitIf(this);
        }
    }

    /** A condition and what is done where it is the first true one. */
    record Branch(Span span, Expr condition, List<Statement> body) implements Node {}

    /** {@code for (item in list): …}. */
    record For(Span span, Name item, Name index, Expr list, List<Statement> body) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitFor(this);
        }
    }

    /** {@code call other(args)}. */
    record Call(Span span, Name handler, List<Expr> arguments) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /** {@code broadcast "event" data} and {@code emit "event" data}; the data is {@code null} where none is written. */
    record Send(Span span, Audience audience, Expr event, Expr data) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitSend(this);
        }
    }

    /** Who gets an event. */
    enum Audience {
        /** Every client of the instance: {@code broadcast}. */
        EVERYBODY,
        /** The client whose action runs the handler: {@code emit}. */
        CALLER
    }

    /** One method a kind of statement. */
    interface Visitor<R> {
        R visitSet(Set statement);

        R visitLet(Let statement);

        R visitLog(Log statement);

        R visitIf(If statement);

        R visitFor(For statement);

        R visitCall(Call statement);

        R visitSend(Send statement);
    }
}
