package io.hjx.lang.value;

import org.jspecify.annotations.Nullable;

/** JSON text as {@code JSON.stringify} and {@code JSON.parse} make and read it. Stateless, thread-safe. */
public final class Json {

    /** Lists and objects nest at most so deep in a text that is read. */
    public static final int MAX_DEPTH = 200;

    private Json() {}

    /** The text without white space; what JSON does not have is {@code null}. */
    public static String print(Value value) {
        StringBuilder text = new StringBuilder();
        print(value, text);
        return text.toString();
    }

    /** Writes the same behind another text. */
    public static void print(Value value, StringBuilder text) {
        new JsonPrinter(text, "").print(value);
    }

    /** Writes a string in its quotes. */
    public static void quote(String string, StringBuilder text) {
        new JsonPrinter(text, "").quote(string);
    }

    /**
     * {@code JSON.stringify}.
     *
     * @param indent what each level is indented by; empty for one line
     * @return null for {@code undefined} and functions
     */
    public static @Nullable String stringify(Value value, String indent) {
        if (isAbsent(value)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        new JsonPrinter(text, indent).print(value);
        return text.toString();
    }

    /** True for {@code undefined} and functions: an object leaves them out, a list has {@code null} in their place. */
    public static boolean isAbsent(Value value) {
        return value == Undefined.UNDEFINED || value instanceof FunctionValue;
    }

    /**
     * {@code JSON.parse}; of equal keys the last one counts.
     *
     * @throws JsonException where the text is not JSON or nests deeper than {@link #MAX_DEPTH}
     */
    public static Value parse(String text) {
        return new JsonReader(text, MAX_DEPTH).read();
    }

    /**
     * {@code JSON.parse} for a text of a stranger.
     *
     * @param depth how deep lists and objects may nest, at most {@link #MAX_DEPTH}
     * @param width how many members an object, or items a list, may have
     * @throws JsonException also where an object has a key twice; as soon as one of these is seen
     */
    public static Value parse(String text, int depth, int width) {
        return new StrictJsonReader(text, Math.min(depth, MAX_DEPTH), width).read();
    }

    /**
     * What {@code JSON.parse(JSON.stringify(value))} yields, by which values become state: {@code NaN} and infinities
     * are {@code null}, {@code -0} is {@code 0}, {@code undefined} and functions are dropped from objects and
     * {@code null} in lists. Parts that are JSON already are shared with the given value.
     *
     * @return null where the value itself is {@code undefined} or a function
     */
    public static @Nullable Value toJsonState(Value value) {
        return isAbsent(value) ? null : normalized(value);
    }

    private static Value normalized(Value value) {
        if (value instanceof NumberValue number) {
            return normalized(number);
        }
        if (value instanceof ListValue list) {
            return normalized(list);
        }
        if (value instanceof ObjectValue object) {
            return normalized(object);
        }
        return isAbsent(value) ? NullValue.NULL : value;
    }

    private static Value normalized(NumberValue number) {
        double value = number.value();
        if (value == 0) {
            return NumberValue.ZERO;
        }
        return Double.isNaN(value) || Double.isInfinite(value) ? NullValue.NULL : number;
    }

    private static ListValue normalized(ListValue list) {
        ListValue.Builder changed = null;
        for (int i = 0; i < list.size(); i++) {
            Value before = list.get(i);
            Value after = normalized(before);
            if (changed == null && !same(before, after)) {
                changed = new ListValue.Builder(list.size());
                for (int j = 0; j < i; j++) {
                    changed.add(list.get(j));
                }
            }
            if (changed != null) {
                changed.add(after);
            }
        }
        return changed == null ? list : changed.build();
    }

    private static ObjectValue normalized(ObjectValue object) {
        boolean changed = false;
        ObjectValue.Builder builder = new ObjectValue.Builder(object.size());
        for (int i = 0; i < object.size(); i++) {
            Value before = object.value(i);
            Value after = normalized(before);
            changed |= !same(before, after);
            if (!isAbsent(before)) {
                builder.put(object.key(i), after);
            }
        }
        return changed ? builder.build() : object;
    }

    private static boolean same(Value before, Value after) {
        return before == after || (before instanceof NumberValue && before.equals(after));
    }
}
