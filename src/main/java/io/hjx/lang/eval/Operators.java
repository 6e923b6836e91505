package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr.BinaryOperator;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;

/** The operators that evaluate both sides, but for {@code in}. Stateless. */
final class Operators {

    private Operators() {}

    static Value apply(BinaryOperator operator, Value left, Value right, Evaluation evaluation) {
        if (left instanceof NumberValue a && right instanceof NumberValue b) {
            return numbers(operator, a.value(), b.value());
        }
        return switch (operator) {
            case ADD -> add(left, right, evaluation);
            case SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER ->
                numbers(operator, evaluation.number(left), evaluation.number(right));
            case EQUAL -> BooleanValue.of(looseEquals(left, right, evaluation));
            case NOT_EQUAL -> BooleanValue.of(!looseEquals(left, right, evaluation));
            case STRICT_EQUAL -> BooleanValue.of(Conversions.strictEquals(left, right));
            case STRICT_NOT_EQUAL -> BooleanValue.of(!Conversions.strictEquals(left, right));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compare(operator, left, right, evaluation);
            case IN -> throw new IllegalStateException("`in` is evaluated elsewhere");
        };
    }

    private static Value numbers(BinaryOperator operator, double a, double b) {
        return switch (operator) {
            case ADD -> NumberValue.of(a + b);
            case SUBTRACT -> NumberValue.of(a - b);
            case MULTIPLY -> NumberValue.of(a * b);
            case DIVIDE -> NumberValue.of(a / b);
            case REMAINDER -> NumberValue.of(a % b);
            case POWER -> NumberValue.of(Math.pow(a, b));
            case EQUAL, STRICT_EQUAL -> BooleanValue.of(a == b);
            case NOT_EQUAL, STRICT_NOT_EQUAL -> BooleanValue.of(a != b);
            case LESS -> BooleanValue.of(a < b);
            case LESS_OR_EQUAL -> BooleanValue.of(a <= b);
            case GREATER -> BooleanValue.of(a > b);
            case GREATER_OR_EQUAL -> BooleanValue.of(a >= b);
            case IN -> throw new IllegalStateException("`in` is evaluated elsewhere");
        };
    }

    /** JavaScript's {@code +}, and the one addition to it: list + list is the two lists joined. */
    private static Value add(Value left, Value right, Evaluation evaluation) {
        if (left instanceof ListValue a && right instanceof ListValue b) {
            evaluation.budget().grow((long) a.size() + b.size());
            return a.plus(b);
        }
        Value a = evaluation.primitive(left);
        Value b = evaluation.primitive(right);
        if (!(a instanceof StringValue) && !(b instanceof StringValue)) {
            return NumberValue.of(Conversions.toNumber(a) + Conversions.toNumber(b));
        }
        String start = Conversions.toText(a);
        String end = Conversions.toText(b);
        evaluation.budget().grow((long) start.length() + end.length());
        return new StringValue(start.concat(end));
    }

    private static boolean looseEquals(Value left, Value right, Evaluation evaluation) {
        if (left instanceof ListValue && !(right instanceof ListValue)) {
            evaluation.budget().grow(Conversions.weight(left));
        } else if (right instanceof ListValue && !(left instanceof ListValue)) {
            evaluation.budget().grow(Conversions.weight(right));
        }
        return Conversions.looseEquals(left, right);
    }

    private static Value compare(BinaryOperator operator, Value left, Value right, Evaluation evaluation) {
        Value a = evaluation.primitive(left);
        Value b = evaluation.primitive(right);
        if (a instanceof StringValue start && b instanceof StringValue end) {
            return numbers(operator, start.value().compareTo(end.value()), 0);
        }
        return numbers(operator, Conversions.toNumber(a), Conversions.toNumber(b));
    }
}
