package io.hjx.lang.eval;

import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;

/** Reading properties: own ones alone, and none of {@code null} and {@code undefined}. Stateless. */
final class Properties {

    private Properties() {}

    static Value get(Value object, String key) {
        if (object instanceof ObjectValue properties) {
            return properties.get(key);
        }
        if (object instanceof ListValue list) {
            return key.equals("length") ? NumberValue.of(list.size()) : list.get(index(key));
        }
        if (object instanceof StringValue string) {
            String text = string.value();
            return key.equals("length") ? NumberValue.of(text.length()) : unit(text, index(key));
        }
        return Undefined.UNDEFINED;
    }

    static Value get(Value object, Value key) {
        if (key instanceof NumberValue number && !(object instanceof ObjectValue)) {
            int index = (int) number.value();
            if (index == number.value()) {
                return at(object, index);
            }
        }
        return get(object, Conversions.toText(key));
    }

    private static Value at(Value object, int index) {
        if (object instanceof ListValue list) {
            return list.get(index);
        }
        return object instanceof StringValue string ? unit(string.value(), index) : Undefined.UNDEFINED;
    }

    static boolean has(ListValue list, String key) {
        int index = index(key);
        return key.equals("length") || (index >= 0 && index < list.size());
    }

    private static Value unit(String text, int index) {
        return index >= 0 && index < text.length() ? StringValue.of(text.charAt(index)) : Undefined.UNDEFINED;
    }

    /** The index that a key is in its canonical form, else -1. */
    private static int index(String key) {
        int length = key.length();
        if (length == 0 || length > 9 || (length > 1 && key.charAt(0) == '0')) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < length; i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }
}
