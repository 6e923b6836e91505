package io.hjx.json;

import io.hjx.handlers.Ports;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The language's values as Java, by JSON-B. Stateless, thread-safe.
 *
 * <p>Texts, booleans and numbers are made here, exactly: providers would cut a fraction off, or make a text of a
 * number.
 */
public final class JsonValueCodec implements Ports.Codec {

    @Override
    public @Nullable Object read(Value value, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return Optional.ofNullable(read(value, generic.getActualTypeArguments()[0]));
        }
        if (value instanceof NullValue || value instanceof Undefined) {
            return null;
        }
        if (type == Object.class) {
            return plain(value);
        }
        if (type == String.class || type == CharSequence.class) {
            return expect(value, StringValue.class, type).value();
        }
        if (type == boolean.class || type == Boolean.class) {
            return expect(value, BooleanValue.class, type).value();
        }
        if (ExactNumbers.make(type)) {
            return ExactNumbers.of(expect(value, NumberValue.class, type).value(), (Class<?>) type);
        }
        return bound(value, type);
    }

    private static <V> V expect(Value value, Class<V> kind, Type type) {
        if (!kind.isInstance(value)) {
            throw new IllegalArgumentException("a " + value.typeName() + " is no " + type.getTypeName());
        }
        return kind.cast(value);
    }

    private static @Nullable Object bound(Value value, Type type) {
        try {
            return JsonBinding.JSONB.fromJson(Json.print(value), type);
        } catch (RuntimeException | StackOverflowError unreadable) {
            throw new IllegalArgumentException("JSON Binding cannot make it into a " + type.getTypeName(), unreadable);
        }
    }

    @Override
    public @Nullable Object plain(Value value) {
        if (value instanceof StringValue text) {
            return text.value();
        }
        if (value instanceof BooleanValue bool) {
            return bool.value();
        }
        if (value instanceof NumberValue number) {
            return ExactNumbers.plain(number.value());
        }
        if (value instanceof ListValue list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.items().forEach(item -> items.add(plain(item)));
            return Collections.unmodifiableList(items);
        }
        if (value instanceof ObjectValue object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            object.properties().forEach((name, member) -> members.put(name, plain(member)));
            return Collections.unmodifiableMap(members);
        }
        return null;
    }

    @Override
    public Value write(@Nullable Object java) {
        if (java == null) {
            return NullValue.NULL;
        }
        if (java instanceof String text) {
            return new StringValue(text);
        }
        if (java instanceof Boolean bool) {
            return BooleanValue.of(bool);
        }
        if (java instanceof Number number) {
            return NumberValue.of(number.doubleValue());
        }
        try {
            return Json.parse(JsonBinding.JSONB.toJson(java));
        } catch (RuntimeException | StackOverflowError unwritable) {
            throw new IllegalArgumentException(
                    "JSON Binding cannot write a " + java.getClass().getName(), unwritable);
        }
    }
}
