package io.hjx.lang.eval;

import io.hjx.lang.analyze.BuiltInMembers;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a call calls: a function that is a value, a built-in function, a method. Confined to the evaluating
 * thread.
 */
final class Calls {

    private final Evaluation evaluation;

    Calls(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** Null where a {@code ?.} in the chain found nothing. */
    @Nullable Value call(Expr.CallExpr expr) {
        Expr callee = expr.callee();
        if (callee instanceof Expr.MemberExpr member) {
            return isNamespace(member.object())
                    ? staticCall(expr, (Expr.Identifier) member.object(), member)
                    : methodCall(
                            expr,
                            member.object(),
                            member.optional(),
                            () -> member.property().text());
        }
        if (callee instanceof Expr.IndexExpr index) {
            Supplier<String> key = () -> evaluation.key(evaluation.evaluate(index.index()));
            return methodCall(expr, index.object(), index.optional(), key);
        }
        if (callee instanceof Expr.Identifier name && isUnbound(name)) {
            return invoke(globalFunction(name), expr, name.name(), Undefined.UNDEFINED);
        }
        Value function = evaluation.object(callee, expr.optional());
        return function == null ? null : apply(function, expr);
    }

    private boolean isUnbound(Expr.Identifier name) {
        return evaluation.names().find(name.name()) == null;
    }

    private boolean isNamespace(Expr expr) {
        return expr instanceof Expr.Identifier name && isUnbound(name);
    }

    private Value staticCall(Expr.CallExpr expr, Expr.Identifier namespace, Expr.MemberExpr member) {
        String name = member.property().text();
        Builtin builtin = namespace(namespace).functions().get(name);
        if (builtin == null) {
            throw new EvaluationException(
                    member.property().span(), "`" + namespace.name() + "` has no function `" + name + "`");
        }
        return invoke(builtin, expr, builtin.name(), Undefined.UNDEFINED);
    }

    private Builtins.Namespace namespace(Expr.Identifier name) {
        Builtins.Namespace namespace = Builtins.namespaces().get(name.name());
        if (namespace == null) {
            throw unknown(name);
        }
        return namespace;
    }

    private static EvaluationException unknown(Expr.Identifier name) {
        return new EvaluationException(name.span(), "unknown name `" + name.name() + "`");
    }

    private Builtin globalFunction(Expr.Identifier name) {
        Builtin builtin = Builtins.functions().get(name.name());
        if (builtin != null) {
            return builtin;
        }
        if (Builtins.namespaces().containsKey(name.name())) {
            throw new EvaluationException(name.span(), "`" + name.name() + "` is no function; call one of its own");
        }
        throw unknown(name);
    }

    /** A built-in function as a value: {@code words.map(Number)}. */
    Value global(Expr.Identifier name) {
        return new BuiltinValue(globalFunction(name), evaluation, name.span());
    }

    /** {@code Math.PI}, or {@code Math.abs} as a value. */
    Value staticMember(Expr.Identifier namespace, Expr.MemberExpr member) {
        Builtins.Namespace found = namespace(namespace);
        Value constant = found.constants().get(member.property().text());
        if (constant != null) {
            return constant;
        }
        Builtin builtin = found.functions().get(member.property().text());
        return builtin == null ? Undefined.UNDEFINED : new BuiltinValue(builtin, evaluation, member.span());
    }

    private @Nullable Value methodCall(Expr.CallExpr expr, Expr object, boolean optional, Supplier<String> property) {
        Value receiver = evaluation.object(object, optional);
        if (receiver == null) {
            return null;
        }
        String name = property.get();
        Value own = receiver instanceof ObjectValue properties && properties.has(name) ? properties.get(name) : null;
        Builtin method = own == null ? methods(receiver).get(name) : null;
        if (method != null) {
            return invoke(method, expr, name, receiver);
        }
        Value function = own == null ? Undefined.UNDEFINED : own;
        if (expr.optional() && Conversions.isNullish(function)) {
            return null;
        }
        return own == null ? noMethod(expr, receiver, name) : apply(own, expr);
    }

    static Map<String, Builtin> methods(Value receiver) {
        if (receiver instanceof StringValue) {
            return Builtins.stringMethods();
        }
        if (receiver instanceof ListValue) {
            return Builtins.listMethods();
        }
        if (receiver instanceof NumberValue) {
            return Builtins.numberMethods();
        }
        if (receiver instanceof BooleanValue) {
            return Builtins.booleanMethods();
        }
        return receiver instanceof ObjectValue ? Builtins.objectMethods() : Map.of();
    }

    private static Value noMethod(Expr.CallExpr expr, Value receiver, String name) {
        String advice =
                receiver instanceof ListValue || receiver instanceof StringValue ? BuiltInMembers.advice(name) : null;
        String fact = Wording.kind(receiver) + " has no method `" + name + "`";
        throw new EvaluationException(expr.span(), advice == null ? fact : fact + "; " + advice);
    }

    private Value apply(Value function, Expr.CallExpr expr) {
        if (function instanceof FunctionValue callable) {
            List<Value> arguments = evaluation.arguments(expr);
            return callable.call(arguments);
        }
        String what = Wording.of(expr.callee());
        throw new EvaluationException(expr.span(), what + " is " + Wording.kind(function) + ", no function");
    }

    private Value invoke(Builtin builtin, Expr.CallExpr expr, String name, Value receiver) {
        return builtin.call(new Call(evaluation, expr.span(), name, receiver, evaluation.arguments(expr)));
    }

    /** A built-in function in the place of a value; it spends what the expression has that named it. */
    private record BuiltinValue(Builtin builtin, Evaluation evaluation, Span span) implements FunctionValue {
        @Override
        public Value call(List<Value> arguments) {
            return builtin.call(new Call(evaluation, span, builtin.name(), Undefined.UNDEFINED, arguments));
        }
    }
}
