package io.hjx.lang.eval;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.NumberFormat;
import io.hjx.lang.value.NumberText;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/** {@code Number.…} and the methods of numbers. Stateless. */
final class NumberMethods {

    private static final double MAX_SAFE = 9007199254740991.0;

    static final Map<String, Value> CONSTANTS = Map.of(
            "EPSILON", NumberValue.of(0x1p-52),
            "MAX_SAFE_INTEGER", NumberValue.of(MAX_SAFE),
            "MIN_SAFE_INTEGER", NumberValue.of(-MAX_SAFE),
            "MAX_VALUE", NumberValue.of(Double.MAX_VALUE),
            "MIN_VALUE", NumberValue.of(Double.MIN_VALUE),
            "POSITIVE_INFINITY", NumberValue.of(Double.POSITIVE_INFINITY),
            "NEGATIVE_INFINITY", NumberValue.of(Double.NEGATIVE_INFINITY),
            "NaN", NumberValue.NAN);

    static final List<Builtin> FUNCTIONS = List.of(
            test("isInteger", NumberMethods::isWhole),
            test("isSafeInteger", x -> isWhole(x) && Math.abs(x) <= MAX_SAFE),
            test("isFinite", Double::isFinite),
            test("isNaN", Double::isNaN),
            Builtin.of("parseFloat", 1, 1, call -> NumberValue.of(NumberText.parseFloat(call.text(0)))),
            Builtin.of("parseInt", 1, 2, GlobalFunctions::parseInt));

    static final List<Builtin> METHODS = List.of(
            Builtin.of("toFixed", 0, 1, NumberMethods::toFixed),
            Builtin.of("toPrecision", 0, 1, NumberMethods::toPrecision),
            Builtin.of("toExponential", 0, 1, NumberMethods::toExponential),
            Builtin.of("toString", 0, 1, NumberMethods::toText),
            Builtin.of("valueOf", 0, 0, Call::receiver),
            Builtin.onServer("toLocaleString", 0, 2, LocaleText::ofNumber));

    private NumberMethods() {}

    private static boolean isWhole(double x) {
        return Double.isFinite(x) && x == Math.rint(x);
    }

    /** Without a conversion: what is no number fails the test. */
    private static Builtin test(String name, DoublePredicate predicate) {
        return Builtin.of(
                name,
                1,
                1,
                call -> BooleanValue.of(
                        call.argument(0) instanceof NumberValue number && predicate.test(number.value())));
    }

    private static Value toFixed(Call call) {
        return new StringValue(NumberFormat.fixed(call.self(), digits(call, 0, 100)));
    }

    private static Value toPrecision(Call call) {
        if (!call.isGiven(0) || !Double.isFinite(call.self())) {
            return new StringValue(NumberFormat.format(call.self()));
        }
        return new StringValue(NumberFormat.precision(call.self(), digits(call, 1, 100)));
    }

    private static Value toExponential(Call call) {
        boolean given = call.isGiven(0) && Double.isFinite(call.self());
        return new StringValue(NumberFormat.exponential(call.self(), given ? digits(call, 0, 100) : -1));
    }

    private static Value toText(Call call) {
        int radix = call.isGiven(0) ? digits(call, 2, 36) : 10;
        return new StringValue(NumberFormat.inRadix(call.self(), radix));
    }

    private static int digits(Call call, int least, int most) {
        double digits = Conversions.toInteger(call.argument(0));
        if (digits < least || digits > most) {
            throw call.fail("the argument goes from " + least + " to " + most);
        }
        return (int) digits;
    }
}
