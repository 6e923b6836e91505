package io.hjx.runtime.instance;

import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes values what {@code JSON.stringify} would leave of them, and measures them.
 *
 * <p>Sizes are about the characters of the JSON text. What is already normal is returned as the same object. A list
 * that shares its beginning and its end with the value that it replaces is read only between them, so that appending to
 * a list of 10,000 looks at one item; those items were normalized when they were committed.
 */
final class Normalizer {

    /** The deepest nesting that state may have; it bounds every later walk over it, recursive ones too. */
    static final int MAX_DEPTH = 64;

    private Normalizer() {}

    /**
     * A value as it may be committed.
     *
     * @param value null where nothing is left, as of {@code undefined}
     */
    record Normal(@Nullable Value value, int size) {

        static final Normal NOTHING = new Normal(null, 0);
    }

    /** Normalizes a key's new value in view of the one that it replaces. */
    static Normal normalize(Value next, Normal previous) {
        Value before = previous.value();
        if (next == before) {
            return previous;
        }
        if (next instanceof ListValue list && before instanceof ListValue old) {
            return replace(list, old, previous);
        }
        Normal normal = normal(next, 1);
        return before != null && before.equals(normal.value()) ? previous : normal;
    }

    private static Normal replace(ListValue next, ListValue before, Normal previous) {
        List<Value> now = next.items();
        List<Value> old = before.items();
        Ends ends = Ends.shared(before, next);
        List<Value> fresh = now.subList(ends.head(), now.size() - ends.tail());
        List<Value> gone = old.subList(ends.head(), old.size() - ends.tail());
        Items middle = items(fresh, 2);
        if (gone.equals(middle.items)) {
            return previous;
        }
        int size = Math.addExact(previous.size() - items(gone, 2).size, middle.size);
        return new Normal(middle.same ? next : join(now, ends, middle.items), size);
    }

    private static ListValue join(List<Value> items, Ends ends, List<Value> middle) {
        List<Value> all = new ArrayList<>(items.size());
        all.addAll(items.subList(0, ends.head()));
        all.addAll(middle);
        all.addAll(items.subList(items.size() - ends.tail(), items.size()));
        return ListValue.of(all);
    }

    private static Normal normal(Value value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new RejectedException(ErrorCode.STATE_TOO_LARGE, "the value is nested too deeply");
        }
        if (value instanceof StringValue string) {
            return new Normal(value, string.value().length() + 2);
        }
        if (value instanceof NumberValue number) {
            return number(number);
        }
        if (value instanceof ListValue list) {
            Items items = items(list.items(), depth + 1);
            return new Normal(items.same ? list : ListValue.of(items.items), items.size);
        }
        if (value instanceof ObjectValue object) {
            return object(object, depth);
        }
        return value instanceof Undefined || value instanceof FunctionValue ? Normal.NOTHING : new Normal(value, 5);
    }

    private static Normal number(NumberValue number) {
        double value = number.value();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return new Normal(NullValue.NULL, 4);
        }
        // JSON has no negative zero
        return new Normal(value == 0 && 1 / value < 0 ? NumberValue.ZERO : number, 8);
    }

    /** Normal items; {@code same} where each is the very object that was given. */
    private record Items(List<Value> items, boolean same, int size) {}

    private static Items items(List<Value> items, int depth) {
        List<Value> normal = new ArrayList<>(items.size());
        boolean same = true;
        int size = 2;
        for (Value item : items) {
            Normal one = normal(item, depth);
            Value kept = one.value() == null ? NullValue.NULL : one.value();
            same &= kept == item;
            normal.add(kept);
            size = Math.addExact(size, Math.max(one.size(), 4) + 1);
        }
        return new Items(normal, same, size);
    }

    private static Normal object(ObjectValue object, int depth) {
        Map<String, Value> normal = new LinkedHashMap<>();
        boolean same = true;
        int size = 2;
        for (Map.Entry<String, Value> property : object.properties().entrySet()) {
            Normal one = normal(property.getValue(), depth + 1);
            same &= one.value() == property.getValue();
            if (one.value() != null) {
                normal.put(property.getKey(), one.value());
                size = Math.addExact(size, one.size() + property.getKey().length() + 4);
            }
        }
        return new Normal(same ? object : ObjectValue.of(normal), size);
    }
}
