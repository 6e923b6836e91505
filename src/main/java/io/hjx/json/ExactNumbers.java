package io.hjx.json;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;

/** JavaScript's numbers as Java's, where nothing is lost. */
final class ExactNumbers {

    private static final Map<Class<?>, Function<BigDecimal, Object>> MAKERS = Map.ofEntries(
            Map.entry(byte.class, BigDecimal::byteValueExact),
            Map.entry(Byte.class, BigDecimal::byteValueExact),
            Map.entry(short.class, BigDecimal::shortValueExact),
            Map.entry(Short.class, BigDecimal::shortValueExact),
            Map.entry(int.class, BigDecimal::intValueExact),
            Map.entry(Integer.class, BigDecimal::intValueExact),
            Map.entry(long.class, BigDecimal::longValueExact),
            Map.entry(Long.class, BigDecimal::longValueExact),
            Map.entry(float.class, BigDecimal::floatValue),
            Map.entry(Float.class, BigDecimal::floatValue),
            Map.entry(double.class, BigDecimal::doubleValue),
            Map.entry(Double.class, BigDecimal::doubleValue),
            Map.entry(Number.class, ExactNumbers::plain),
            Map.entry(BigInteger.class, BigDecimal::toBigIntegerExact),
            Map.entry(BigDecimal.class, number -> number));

    private ExactNumbers() {}

    /** True for a type of numbers. */
    static boolean make(Type type) {
        return MAKERS.containsKey(type);
    }

    /**
     * A number as a type has it.
     *
     * @throws IllegalArgumentException where the type cannot hold it
     */
    static Object of(double number, Class<?> type) {
        try {
            Function<BigDecimal, Object> maker = MAKERS.get(type);
            if (maker != null && Double.isFinite(number)) {
                return maker.apply(BigDecimal.valueOf(number));
            }
        } catch (ArithmeticException inexact) {
            throw new IllegalArgumentException("the number is no " + type.getSimpleName(), inexact);
        }
        throw new IllegalArgumentException("the number is no " + type.getSimpleName());
    }

    /** The smallest of {@code Integer}, {@code Long} and {@code Double} that has it. */
    static Object plain(double number) {
        return Double.isFinite(number) ? plain(BigDecimal.valueOf(number)) : (Object) number;
    }

    private static Object plain(BigDecimal number) {
        try {
            long whole = number.longValueExact();
            return whole == (int) whole ? (Object) (int) whole : (Object) whole;
        } catch (ArithmeticException fraction) {
            return number.doubleValue();
        }
    }
}
