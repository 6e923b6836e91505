package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;

/** How messages speak of expressions and values. Stateless. */
final class Wording {

    private Wording() {}

    /** A value's kind with its article; the value itself stays out of messages. */
    static String kind(Value value) {
        if (value instanceof ListValue) {
            return "a list";
        }
        if (value instanceof ObjectValue) {
            return "an object";
        }
        if (value instanceof StringValue) {
            return "a string";
        }
        if (value instanceof NumberValue) {
            return "a number";
        }
        if (value instanceof BooleanValue) {
            return "a boolean";
        }
        if (value instanceof FunctionValue) {
            return "a function";
        }
        return value == Undefined.UNDEFINED ? "`undefined`" : "`null`";
    }

    /** A name or chain of names in back quotes; anything longer is "this value". */
    static String of(Expr expr) {
        String text = chain(expr, 4);
        return text.isEmpty() ? "this value" : "`" + text + "`";
    }

    private static String chain(Expr expr, int links) {
        if (expr instanceof Expr.Identifier identifier) {
            return identifier.name();
        }
        if (expr instanceof Expr.ChainExpr whole) {
            return chain(whole.chain(), links);
        }
        if (links == 0 || !(expr instanceof Expr.MemberExpr member)) {
            return "";
        }
        String object = chain(member.object(), links - 1);
        return object.isEmpty() ? "" : object + "." + member.property();
    }
}
