package io.hjx.json;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes one map as CBOR, in which every value is the one that its JSON text has: what that leaves out is left out,
 * what that writes as {@code null} is null. Confined to one call.
 */
final class CborWriter {

    /** The largest whole number that JavaScript counts with; further ones are floating-point. */
    private static final double MAX_SAFE = (1L << 53) - 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    private final JsonGenerator out = Cbor.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes);

    /** Begins a map of so many members. */
    CborWriter(int members) {
        out.writeStartObject(null, members);
    }

    /** Ends the map; nothing can be written any more. */
    byte[] finish() {
        out.writeEndObject();
        out.close();
        return bytes.toByteArray();
    }

    CborWriter add(String name, String text) {
        out.writeName(name).writeString(text);
        return this;
    }

    CborWriter add(String name, long number) {
        out.writeName(name).writeNumber(number);
        return this;
    }

    CborWriter add(String name, Value value) {
        out.writeName(name);
        value(value);
        return this;
    }

    CborWriter add(String name, List<Long> numbers) {
        out.writeName(name).writeStartArray(null, numbers.size());
        numbers.forEach(out::writeNumber);
        out.writeEndArray();
        return this;
    }

    /** The members of a map, in its order; {@code undefined} is null, so that a client forgets the old value. */
    CborWriter add(String name, Map<String, Value> members) {
        out.writeName(name).writeStartObject(null, members.size());
        members.forEach(this::add);
        out.writeEndObject();
        return this;
    }

    /** Every member of an object. */
    CborWriter add(JsonObject members) {
        members.forEach((name, value) -> {
            out.writeName(name);
            json(value);
        });
        return this;
    }

    private void value(Value value) {
        if (value instanceof StringValue string) {
            out.writeString(string.value());
        } else if (value instanceof NumberValue number) {
            number(number.value());
        } else if (value instanceof BooleanValue bool) {
            out.writeBoolean(bool.value());
        } else if (value instanceof ListValue list) {
            list(list);
        } else if (value instanceof ObjectValue object) {
            object(object);
        } else {
            out.writeNull();
        }
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            out.writeNull();
        } else if (number == Math.rint(number) && Math.abs(number) <= MAX_SAFE) {
            out.writeNumber((long) number);
        } else {
            out.writeNumber(number);
        }
    }

    private void list(ListValue list) {
        out.writeStartArray(null, list.size());
        for (int i = 0; i < list.size(); i++) {
            value(list.get(i));
        }
        out.writeEndArray();
    }

    private void object(ObjectValue object) {
        out.writeStartObject(null, present(object));
        for (int i = 0; i < object.size(); i++) {
            if (!Json.isAbsent(object.value(i))) {
                out.writeName(object.key(i));
                value(object.value(i));
            }
        }
        out.writeEndObject();
    }

    private static int present(ObjectValue object) {
        int present = 0;
        for (int i = 0; i < object.size(); i++) {
            if (!Json.isAbsent(object.value(i))) {
                present++;
            }
        }
        return present;
    }

    private void json(JsonValue value) {
        switch (value.getValueType()) {
            case OBJECT -> {
                out.writeStartObject(null, ((JsonObject) value).size());
                add((JsonObject) value);
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray(null, ((JsonArray) value).size());
                ((JsonArray) value).forEach(this::json);
                out.writeEndArray();
            }
            case STRING -> out.writeString(((JsonString) value).getString());
            case NUMBER -> number(((JsonNumber) value).doubleValue());
            case TRUE -> out.writeBoolean(true);
            case FALSE -> out.writeBoolean(false);
            case NULL -> out.writeNull();
        }
    }
}
