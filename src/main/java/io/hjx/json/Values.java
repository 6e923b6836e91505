package io.hjx.json;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a client sent into values of the language. The depth was checked, so that recursion is bounded. */
final class Values {

    private Values() {}

    static Value of(JsonValue json) {
        return switch (json.getValueType()) {
            case NULL -> NullValue.NULL;
            case TRUE -> BooleanValue.TRUE;
            case FALSE -> BooleanValue.FALSE;
            case STRING -> new StringValue(((JsonString) json).getString());
            case NUMBER -> new NumberValue(((JsonNumber) json).doubleValue());
            case ARRAY -> list((JsonArray) json);
            case OBJECT -> ObjectValue.of(map((JsonObject) json));
        };
    }

    static ListValue list(JsonArray json) {
        List<Value> items = new ArrayList<>(json.size());
        for (JsonValue item : json) {
            items.add(of(item));
        }
        return ListValue.of(items);
    }

    static Map<String, Value> map(JsonObject json) {
        Map<String, Value> properties = new LinkedHashMap<>();
        json.forEach((name, value) -> properties.put(name, of(value)));
        return properties;
    }
}
