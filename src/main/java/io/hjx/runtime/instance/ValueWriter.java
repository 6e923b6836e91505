package io.hjx.runtime.instance;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Writes values as bytes: a tag, then the content; counts and lengths are four bytes. Confined to one thread. */
final class ValueWriter {

    static final char ABSENT = 'u';
    static final char NULL = 'z';
    static final char TRUE = 't';
    static final char FALSE = 'f';
    static final char NUMBER = 'n';
    static final char STRING = 's';
    static final char LIST = 'l';
    static final char OBJECT = 'o';

    private final DataOutputStream out;

    ValueWriter(DataOutputStream out) {
        this.out = out;
    }

    void text(String text) throws IOException {
        // Code units, not UTF-8: JavaScript's strings may hold halves of surrogate pairs
        out.writeInt(text.length());
        out.writeChars(text);
    }

    void values(Map<String, Value> values) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            text(entry.getKey());
            value(entry.getValue());
        }
    }

    void value(Value value) throws IOException {
        if (value instanceof StringValue string) {
            out.write(STRING);
            text(string.value());
        } else if (value instanceof NumberValue number) {
            out.write(NUMBER);
            out.writeDouble(number.value());
        } else if (value instanceof ListValue list) {
            out.write(LIST);
            out.writeInt(list.size());
            for (Value item : list.items()) {
                value(item);
            }
        } else if (value instanceof ObjectValue object) {
            out.write(OBJECT);
            values(object.properties());
        } else if (value instanceof BooleanValue bool) {
            out.write(bool.value() ? TRUE : FALSE);
        } else {
            out.write(value instanceof Undefined ? ABSENT : NULL);
        }
    }
}
