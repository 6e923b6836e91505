package io.hjx.runtime.instance;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link ValueWriter} has written. Confined to one thread. */
final class ValueReader {

    private final DataInputStream in;

    ValueReader(DataInputStream in) {
        this.in = in;
    }

    /** A length or count; never more than there are bytes left, so that damage cannot ask for all memory. */
    int count() throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new StreamCorruptedException("a count of " + count + " with " + in.available() + " bytes left");
        }
        return count;
    }

    String text() throws IOException {
        byte[] units = new byte[Math.multiplyExact(count(), Character.BYTES)];
        in.readFully(units);
        return ByteBuffer.wrap(units).asCharBuffer().toString();
    }

    Map<String, Value> values() throws IOException {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int left = count(); left > 0; left--) {
            values.put(text(), value());
        }
        return values;
    }

    Value value() throws IOException {
        int tag = in.read();
        return switch (tag) {
            case ValueWriter.STRING -> new StringValue(text());
            case ValueWriter.NUMBER -> new NumberValue(in.readDouble());
            case ValueWriter.LIST -> list();
            case ValueWriter.OBJECT -> ObjectValue.of(values());
            case ValueWriter.TRUE -> BooleanValue.TRUE;
            case ValueWriter.FALSE -> BooleanValue.FALSE;
            case ValueWriter.NULL -> NullValue.NULL;
            case ValueWriter.ABSENT -> Undefined.UNDEFINED;
            default -> throw new StreamCorruptedException("no value begins with " + tag);
        };
    }

    private Value list() throws IOException {
        List<Value> items = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            items.add(value());
        }
        return ListValue.of(items);
    }
}
