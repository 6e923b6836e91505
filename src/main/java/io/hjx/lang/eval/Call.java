package io.hjx.lang.eval;

import io.hjx.lang.source.Span;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Objects;

/** One call of a built-in: receiver, arguments and what the body may spend. Confined to the evaluating thread. */
final class Call {

    private final Evaluation evaluation;
    private final Span span;
    private final String name;
    private final Value receiver;
    private final List<Value> arguments;

    Call(Evaluation evaluation, Span span, String name, Value receiver, List<Value> arguments) {
        this.evaluation = evaluation;
        this.span = span;
        this.name = name;
        this.receiver = receiver;
        this.arguments = arguments;
    }

    /** The same call of another receiver. */
    Call on(Value other) {
        return new Call(evaluation, span, name, other, arguments);
    }

    Budget budget() {
        return evaluation.budget();
    }

    boolean onServer() {
        return evaluation.surroundings() != null;
    }

    /** Of a built-in that is there on the server only. */
    Surroundings surroundings() {
        return Objects.requireNonNull(evaluation.surroundings());
    }

    Value receiver() {
        return receiver;
    }

    /** The receiver of a list's method. */
    ListValue list() {
        return (ListValue) receiver;
    }

    /** The receiver of a string's method. */
    String string() {
        return ((StringValue) receiver).value();
    }

    /** The receiver of a number's method. */
    double self() {
        return ((NumberValue) receiver).value();
    }

    int count() {
        return arguments.size();
    }

    List<Value> arguments() {
        return arguments;
    }

    /** An argument, {@code undefined} where it is missing. */
    Value argument(int index) {
        return index < arguments.size() ? arguments.get(index) : Undefined.UNDEFINED;
    }

    boolean isGiven(int index) {
        return argument(index) != Undefined.UNDEFINED;
    }

    double number(int index) {
        return Conversions.toNumber(argument(index));
    }

    /** An argument as a whole number, possibly infinite. */
    double integer(int index) {
        return Conversions.toInteger(argument(index));
    }

    /** An argument as a position in something of this length: negative ones count from its end. */
    int position(int index, int length, int missing) {
        if (!isGiven(index)) {
            return missing;
        }
        double wanted = integer(index);
        return (int) (wanted < 0 ? Math.max(0, length + wanted) : Math.min(wanted, length));
    }

    String text(int index) {
        return evaluation.text(argument(index));
    }

    String text(Value value) {
        return evaluation.text(value);
    }

    /** A string that was made; its length is paid for here. */
    Value made(String text) {
        budget().grow(text.length());
        return new StringValue(text);
    }

    FunctionValue function(int index) {
        if (argument(index) instanceof FunctionValue function) {
            return function;
        }
        throw fail("`" + name + "` needs a function, for instance `x => x.id`");
    }

    /** What a {@code ...} of this value would list. */
    ListValue iterate(Value value) {
        return evaluation.iterate(value, span);
    }

    EvaluationException fail(String message) {
        return new EvaluationException(span, message);
    }
}
