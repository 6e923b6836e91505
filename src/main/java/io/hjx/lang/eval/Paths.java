package io.hjx.lang.eval;

import io.hjx.lang.source.Span;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Reading and replacing below a value. Stateless. */
final class Paths {

    private Paths() {}

    static Value get(Value base, List<Value> keys) {
        Value value = base;
        for (Value key : keys) {
            value = Properties.get(value, key);
        }
        return value;
    }

    /**
     * A copy of {@code base} with another value below it.
     *
     * @param name what {@code base} is called, for errors
     * @throws EvaluationException where a step leads into what is neither an object nor a list
     */
    static Value replace(Value base, List<Value> keys, Value value, String name, Span at) {
        return replace(base, keys, 0, value, name, at);
    }

    private static Value replace(Value base, List<Value> keys, int depth, Value value, String name, Span at) {
        if (depth == keys.size()) {
            return value;
        }
        Value key = keys.get(depth);
        String text = key instanceof StringValue string ? string.value() : Conversions.toText(key);
        if (base instanceof ObjectValue object) {
            Value inner = replace(object.get(text), keys, depth + 1, value, name + step(key, text), at);
            return object.with(text, inner);
        }
        if (base instanceof ListValue list) {
            int index = index(key, list, name, at);
            Value inner = replace(list.get(index), keys, depth + 1, value, name + step(key, text), at);
            return index < list.size() ? list.with(index, inner) : append(list, inner);
        }
        String what = Conversions.isNullish(base) ? "is `" + Conversions.toText(base) + "`" : "is a " + base.typeName();
        throw new EvaluationException(
                at, "`" + name + "` " + what + " and has no `" + text + "`: set `" + name + "` to an object first");
    }

    private static int index(Value key, ListValue list, String name, Span at) {
        double number = key instanceof NumberValue value ? value.value() : Double.NaN;
        if (number >= 0 && number <= list.size() && number == Math.rint(number)) {
            return (int) number;
        }
        throw new EvaluationException(
                at,
                "`" + name + "` has " + list.size() + " items, and `" + Conversions.toText(key)
                        + "` is no position among them or right behind");
    }

    private static ListValue append(ListValue list, Value item) {
        List<Value> items = new ArrayList<>(list.items());
        items.add(item);
        return ListValue.of(items);
    }

    private static String step(Value key, String text) {
        return key instanceof NumberValue ? "[" + text + "]" : "." + text;
    }

    /** What may be stored in place of a value: {@code undefined} is {@code null} where a name itself gets it. */
    static Value storable(Value value) {
        return value == Undefined.UNDEFINED ? NullValue.NULL : value;
    }
}
