package io.hjx.lang.eval;

import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** {@code Math.…}. Stateless. */
final class MathFunctions {

    static final Map<String, Value> CONSTANTS = Map.of(
            "PI", NumberValue.of(Math.PI),
            "E", NumberValue.of(Math.E),
            "LN2", NumberValue.of(0.6931471805599453),
            "LN10", NumberValue.of(2.302585092994046),
            "LOG2E", NumberValue.of(1.4426950408889634),
            "LOG10E", NumberValue.of(0.4342944819032518),
            "SQRT2", NumberValue.of(1.4142135623730951),
            "SQRT1_2", NumberValue.of(0.7071067811865476));

    /** From here on a square would lose its root, or overflow. */
    private static final double HUGE = 0x1p500;

    static final List<Builtin> FUNCTIONS = functions();

    private MathFunctions() {}

    private static List<Builtin> functions() {
        List<Builtin> all = new ArrayList<>();
        rounding(all);
        powers(all);
        angles(all);
        all.add(Builtin.of("max", 0, Builtin.ANY, call -> fold(call, Double.NEGATIVE_INFINITY, Math::max)));
        all.add(Builtin.of("min", 0, Builtin.ANY, call -> fold(call, Double.POSITIVE_INFINITY, Math::min)));
        all.add(Builtin.of("hypot", 0, Builtin.ANY, MathFunctions::hypot));
        all.add(Builtin.of("imul", 2, 2, call -> NumberValue.of(int32(call, 0) * int32(call, 1))));
        all.add(Builtin.of("clz32", 1, 1, call -> NumberValue.of(Integer.numberOfLeadingZeros(int32(call, 0)))));
        all.add(Builtin.onServer(
                "random", 0, 0, call -> NumberValue.of(call.surroundings().random())));
        return List.copyOf(all);
    }

    private static void rounding(List<Builtin> all) {
        all.add(unary("abs", Math::abs));
        all.add(unary("ceil", Math::ceil));
        all.add(unary("floor", Math::floor));
        all.add(unary("fround", x -> (float) x));
        all.add(unary("round", MathFunctions::round));
        all.add(unary("sign", Math::signum));
        all.add(unary("trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x)));
    }

    private static void powers(List<Builtin> all) {
        all.add(unary("cbrt", Math::cbrt));
        all.add(unary("exp", Math::exp));
        all.add(unary("expm1", Math::expm1));
        all.add(unary("log", Math::log));
        all.add(unary("log10", Math::log10));
        all.add(unary("log1p", Math::log1p));
        all.add(unary("log2", MathFunctions::log2));
        all.add(unary("sqrt", Math::sqrt));
        all.add(binary("pow", Math::pow));
    }

    private static void angles(List<Builtin> all) {
        all.add(unary("acos", Math::acos));
        all.add(unary("acosh", x -> x > HUGE ? Math.log(x) + Math.log(2) : Math.log(x + Math.sqrt(x * x - 1))));
        all.add(unary("asin", Math::asin));
        all.add(unary("asinh", MathFunctions::asinh));
        all.add(unary("atan", Math::atan));
        all.add(unary("atanh", x -> x == 0 ? x : Math.log1p(2 * x / (1 - x)) / 2));
        all.add(binary("atan2", Math::atan2));
        all.add(unary("cos", Math::cos));
        all.add(unary("cosh", Math::cosh));
        all.add(unary("sin", Math::sin));
        all.add(unary("sinh", Math::sinh));
        all.add(unary("tan", Math::tan));
        all.add(unary("tanh", Math::tanh));
    }

    private static Builtin unary(String name, DoubleUnaryOperator function) {
        return Builtin.of(name, 1, 1, call -> NumberValue.of(function.applyAsDouble(call.number(0))));
    }

    private static Builtin binary(String name, DoubleBinaryOperator function) {
        return Builtin.of(name, 2, 2, call -> NumberValue.of(function.applyAsDouble(call.number(0), call.number(1))));
    }

    private static Value fold(Call call, double start, DoubleBinaryOperator function) {
        double result = start;
        for (int i = 0; i < call.count(); i++) {
            result = function.applyAsDouble(result, call.number(i));
        }
        call.budget().spend(call.count());
        return NumberValue.of(result);
    }

    private static Value hypot(Call call) {
        boolean infinite = false;
        for (int i = 0; i < call.count(); i++) {
            infinite |= Double.isInfinite(call.number(i));
        }
        return infinite ? NumberValue.of(Double.POSITIVE_INFINITY) : fold(call, 0, Math::hypot);
    }

    private static int int32(Call call, int index) {
        return Conversions.toInt32(call.argument(index));
    }

    /** Halves go up, and what rounds to zero from below is {@code -0}. */
    private static double round(double x) {
        double floor = Math.floor(x);
        double rounded = x - floor >= 0.5 ? floor + 1 : floor;
        return Math.copySign(rounded, x);
    }

    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        boolean power = x > 0 && exponent >= Double.MIN_EXPONENT && exponent <= Double.MAX_EXPONENT;
        return power && x == Math.scalb(1.0, exponent) ? exponent : Math.log(x) / Math.log(2);
    }

    private static double asinh(double x) {
        if (x == 0 || Double.isInfinite(x)) {
            return x;
        }
        double magnitude = Math.abs(x);
        double result = magnitude > HUGE
                ? Math.log(magnitude) + Math.log(2)
                : Math.log1p(magnitude + magnitude * magnitude / (1 + Math.sqrt(magnitude * magnitude + 1)));
        return Math.copySign(result, x);
    }
}
