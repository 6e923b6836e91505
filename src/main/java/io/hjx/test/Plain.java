package io.hjx.test;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of components as plain Java has them. Stateless. */
final class Plain {

    private Plain() {}

    /**
     * A string, a boolean, null, a list, a map, or a number: an {@code Integer} where it is whole and fits, else a
     * {@code Long}, else a {@code Double}.
     */
    static @Nullable Object of(@Nullable Value value) {
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
            List<@Nullable Object> items = new ArrayList<>();
            list.items().forEach(item -> items.add(of(item)));
            return items;
        }
        return value instanceof ObjectValue object ? map(object.properties()) : null;
    }

    static Map<String, @Nullable Object> map(Map<String, Value> values) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        values.forEach((name, value) -> map.put(name, of(value)));
        return map;
    }

    private static Object number(double value) {
        long whole = (long) value;
        if (whole != value) {
            return value;
        }
        return whole == (int) whole ? (Object) (int) whole : (Object) whole;
    }
}
