package io.hjx.store;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes values into Java objects, whatever does not fit is an {@link IllegalArgumentException}. Immutable. */
record JavaWriter(ObjectBinding binding) {

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            double.class, Double.class,
            float.class, Float.class,
            short.class, Short.class,
            byte.class, Byte.class,
            boolean.class, Boolean.class);

    private static final Map<Class<?>, Function<BigDecimal, Number>> NUMBERS = Map.of(
            Integer.class, BigDecimal::intValueExact,
            Long.class, BigDecimal::longValueExact,
            Short.class, BigDecimal::shortValueExact,
            Byte.class, BigDecimal::byteValueExact,
            Double.class, BigDecimal::doubleValue,
            Float.class, BigDecimal::floatValue,
            BigInteger.class, BigDecimal::toBigIntegerExact,
            BigDecimal.class, number -> number);

    /** Plain, unmodifiable Java; null for {@code null}, {@code undefined} and nothing. */
    @Nullable Object plain(@Nullable Value value) {
        if (value instanceof StringValue text) {
            return text.value();
        }
        if (value instanceof NumberValue number) {
            return number(number.value());
        }
        if (value instanceof BooleanValue truth) {
            return truth == BooleanValue.TRUE;
        }
        if (value instanceof ListValue list) {
            return list(list);
        }
        return value instanceof ObjectValue object ? map(object.properties()) : null;
    }

    List<@Nullable Object> list(ListValue list) {
        List<@Nullable Object> items = new ArrayList<>(list.size());
        list.items().forEach(item -> items.add(plain(item)));
        return Collections.unmodifiableList(items);
    }

    Map<String, @Nullable Object> map(Map<String, Value> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((name, value) -> map.put(name, plain(value)));
        return Collections.unmodifiableMap(map);
    }

    private static Object number(double value) {
        long whole = (long) value;
        if (whole != value || whole == Long.MAX_VALUE) {
            return value;
        }
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }

    /** A value as this class; null where it is. The cast is checked, but for primitives, which a generic never is. */
    @SuppressWarnings("unchecked")
    <T> @Nullable T as(@Nullable Value value, Class<T> type) {
        Object plain = plain(value);
        if (plain == null) {
            return null;
        }
        Class<?> wanted = WRAPPERS.getOrDefault(type, type);
        if (wanted.isInstance(plain)) {
            return (T) plain;
        }
        return (T) converted(plain, value, wanted);
    }

    private @Nullable Object converted(Object plain, @Nullable Value value, Class<?> wanted) {
        Function<BigDecimal, Number> number = NUMBERS.get(wanted);
        if (number != null || wanted == String.class || wanted == Boolean.class) {
            return simple(plain, number, wanted);
        }
        if (wanted.isEnum() && plain instanceof String name) {
            return constant(wanted, name);
        }
        return binding.read(Json.print(value == null ? NullValue.NULL : value), wanted);
    }

    private static Object simple(Object plain, @Nullable Function<BigDecimal, Number> number, Class<?> wanted) {
        try {
            if (number != null && plain instanceof Number given) {
                return number.apply(new BigDecimal(given.toString()));
            }
        } catch (ArithmeticException doesNotFit) {
            throw new IllegalArgumentException(plain + " does not fit into a " + wanted.getSimpleName(), doesNotFit);
        }
        throw new IllegalArgumentException(
                "a " + plain.getClass().getSimpleName() + " is not a " + wanted.getSimpleName());
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("`" + name + "` is none of " + List.of(type.getEnumConstants()));
    }
}
