package io.hjx.store;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.JsonException;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes Java objects into values, whatever does not fit is an {@link IllegalArgumentException}. Immutable. */
record JavaReader(ObjectBinding binding) {

    /** As deep as state may be; what contains itself is deeper. */
    private static final int MAX_DEPTH = 64;

    Value read(@Nullable Object object) {
        return read(object, 1);
    }

    private Value read(@Nullable Object object, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "the value is nested more than " + MAX_DEPTH + " deep, or contains itself");
        }
        if (object == null) {
            return NullValue.NULL;
        }
        if (object instanceof Boolean truth) {
            return BooleanValue.of(truth);
        }
        if (object instanceof Number number) {
            return number(number);
        }
        if (object instanceof Optional<?> optional) {
            return read(optional.orElse(null), depth);
        }
        if (object instanceof Map<?, ?> map) {
            return map(map, depth);
        }
        if (object instanceof Iterable<?> items) {
            return list(items, depth);
        }
        if (object.getClass().isArray()) {
            return array(object, depth);
        }
        return isText(object) ? new StringValue(text(object)) : bound(object);
    }

    private static boolean isText(Object object) {
        return object instanceof CharSequence
                || object instanceof Character
                || object instanceof Enum<?>
                || object instanceof UUID
                || object instanceof TemporalAccessor
                || object instanceof TemporalAmount;
    }

    private static String text(Object object) {
        return object instanceof Enum<?> constant ? constant.name() : object.toString();
    }

    private static Value number(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(number + " is not a number of JSON");
        }
        boolean whole = number instanceof Long || number instanceof BigInteger;
        if (whole && !new BigDecimal(value).toBigInteger().equals(new BigInteger(number.toString()))) {
            throw new IllegalArgumentException(
                    number + " has more digits than a number of JavaScript keeps: set it as text");
        }
        return NumberValue.of(value);
    }

    private Value map(Map<?, ?> map, int depth) {
        ObjectValue.Builder builder = new ObjectValue.Builder(map.size());
        map.forEach((key, value) -> builder.put(key(key), read(value, depth + 1)));
        return builder.build();
    }

    private static String key(@Nullable Object key) {
        if (key == null || !(isText(key) || key instanceof Number)) {
            throw new IllegalArgumentException("the keys of a map are text, not "
                    + (key == null ? "null" : "a " + key.getClass().getName()));
        }
        return text(key);
    }

    private Value list(Iterable<?> items, int depth) {
        ListValue.Builder builder = new ListValue.Builder(8);
        items.forEach(item -> builder.add(read(item, depth + 1)));
        return builder.build();
    }

    private Value array(Object array, int depth) {
        int length = Array.getLength(array);
        ListValue.Builder builder = new ListValue.Builder(length);
        for (int i = 0; i < length; i++) {
            builder.add(read(Array.get(array, i), depth + 1));
        }
        return builder.build();
    }

    private Value bound(Object object) {
        String json = binding.write(object);
        try {
            return Json.parse(json);
        } catch (JsonException notJson) {
            throw new IllegalArgumentException("a " + object.getClass().getName() + " is not written as JSON", notJson);
        }
    }
}
