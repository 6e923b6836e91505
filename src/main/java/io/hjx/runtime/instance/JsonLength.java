package io.hjx.runtime.instance;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberFormat;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.Map;

/**
 * How many characters the JSON text of normal values has, escapes within strings counted as one. Counting stops where a
 * limit is passed, so that to ask whether something is longer than something short is cheap. Confined to one thread,
 * for one count.
 */
final class JsonLength {

    private final long limit;
    private long length;

    private JsonLength(long limit) {
        this.limit = limit;
    }

    /** The length of a value's text, or some number above the limit where it is longer. */
    static long of(Value value, long limit) {
        JsonLength count = new JsonLength(limit);
        count.value(value);
        return count.length;
    }

    /** The length of an object's text, or some number above the limit where it is longer. */
    static long of(Map<String, Value> members, long limit) {
        JsonLength count = new JsonLength(limit);
        count.length = 2L + Math.max(0, members.size() - 1);
        for (Map.Entry<String, Value> member : members.entrySet()) {
            count.length += member.getKey().length() + 3L;
            count.value(member.getValue());
        }
        return count.length;
    }

    private void value(Value value) {
        if (length > limit) {
            return;
        }
        if (value instanceof StringValue string) {
            length += string.value().length() + 2L;
        } else if (value instanceof NumberValue number) {
            length += NumberFormat.format(number.value()).length();
        } else if (value instanceof ListValue list) {
            list(list);
        } else if (value instanceof ObjectValue object) {
            object(object);
        } else {
            length += value == NullValue.NULL || value == BooleanValue.TRUE ? 4 : 5;
        }
    }

    private void list(ListValue list) {
        length += 2L + Math.max(0, list.size() - 1);
        for (int i = 0; i < list.size() && length <= limit; i++) {
            value(list.get(i));
        }
    }

    private void object(ObjectValue object) {
        length += 2L + Math.max(0, object.size() - 1);
        for (int i = 0; i < object.size() && length <= limit; i++) {
            length += object.key(i).length() + 3L;
            value(object.value(i));
        }
    }
}
