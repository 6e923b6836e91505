package io.hjx.json;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.Map;

/**
 * Writes values as {@code JSON.stringify} does, which no JSON-B provider would: numbers as JavaScript prints them, and
 * halves of surrogate pairs as escapes.
 */
final class JsonText {

    private JsonText() {}

    /** The members of a map, in its order; {@code undefined} is {@code null}, so that a client forgets the old value. */
    static void members(StringBuilder out, Map<String, Value> members) {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Value> member : members.entrySet()) {
            out.append(comma);
            string(out, member.getKey());
            out.append(':');
            value(out, member.getValue());
            comma = ",";
        }
        out.append('}');
    }

    static void value(StringBuilder out, Value value) {
        if (value instanceof StringValue string) {
            string(out, string.value());
        } else if (value instanceof NumberValue number) {
            number(out, number.value());
        } else if (value instanceof BooleanValue bool) {
            out.append(bool.value());
        } else if (value instanceof ListValue list) {
            list(out, list);
        } else if (value instanceof ObjectValue object) {
            object(out, object);
        } else {
            out.append("null");
        }
    }

    private static void list(StringBuilder out, ListValue list) {
        out.append('[');
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            value(out, list.get(i));
        }
        out.append(']');
    }

    private static void object(StringBuilder out, ObjectValue object) {
        out.append('{');
        String comma = "";
        for (Map.Entry<String, Value> property : object.properties().entrySet()) {
            if (property.getValue() instanceof Undefined || property.getValue() instanceof FunctionValue) {
                continue;
            }
            out.append(comma);
            string(out, property.getKey());
            out.append(':');
            value(out, property.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private static void number(StringBuilder out, double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else if (Double.isNaN(number) || Double.isInfinite(number)) {
            out.append("null");
        } else {
            out.append(number);
        }
    }

    static void string(StringBuilder out, String string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char next = string.charAt(i);
            if (next == '"' || next == '\\') {
                out.append('\\').append(next);
            } else if (next < ' ' || isLoneSurrogate(string, i)) {
                out.append(String.format("\\u%04x", (int) next));
            } else {
                out.append(next);
            }
        }
        out.append('"');
    }

    private static boolean isLoneSurrogate(String string, int at) {
        char unit = string.charAt(at);
        if (Character.isHighSurrogate(unit)) {
            return at + 1 == string.length() || !Character.isLowSurrogate(string.charAt(at + 1));
        }
        return Character.isLowSurrogate(unit) && (at == 0 || !Character.isHighSurrogate(string.charAt(at - 1)));
    }
}
