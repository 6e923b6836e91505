package io.hjx.json;

import io.hjx.messages.MessageCodec;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The frames of the message server as JSON text, and its payloads by JSON-B. Stateless, thread-safe.
 *
 * <p>Plain Java is made here: what JSON-B makes of a number, and whether a map keeps its order, differs from provider
 * to provider.
 */
public final class JsonMessageCodec implements MessageCodec {

    @Override
    public String message(String type, @Nullable String payload, @Nullable String id) {
        StringBuilder frame = begin(ProtocolKeys.TYPE);
        JsonText.string(frame, type);
        member(frame, ProtocolKeys.PAYLOAD, payload);
        member(frame, ProtocolKeys.ID, id);
        return frame.append('}').toString();
    }

    @Override
    public String reply(String replyTo, @Nullable String payload) {
        StringBuilder frame = begin(ProtocolKeys.REPLY_TO).append(replyTo);
        member(frame, ProtocolKeys.PAYLOAD, payload);
        return frame.append('}').toString();
    }

    @Override
    public String failure(@Nullable String replyTo, String code, String message) {
        StringBuilder frame = begin(ProtocolKeys.TYPE);
        JsonText.string(frame, ProtocolKeys.ERROR);
        member(frame, ProtocolKeys.REPLY_TO, replyTo);
        text(frame, ProtocolKeys.CODE, code);
        text(frame, ProtocolKeys.MESSAGE, message);
        return frame.append('}').toString();
    }

    private static StringBuilder begin(String name) {
        return new StringBuilder("{\"").append(name).append("\":");
    }

    private static void text(StringBuilder frame, String name, String value) {
        frame.append(",\"").append(name).append("\":");
        JsonText.string(frame, value);
    }

    private static void member(StringBuilder frame, String name, @Nullable String json) {
        if (json != null) {
            frame.append(",\"").append(name).append("\":").append(json);
        }
    }

    @Override
    public @Nullable String write(@Nullable Object payload) {
        if (payload == null) {
            return null;
        }
        try {
            return JsonBinding.JSONB.toJson(payload);
        } catch (RuntimeException | StackOverflowError unwritable) {
            throw new IllegalArgumentException(
                    "JSON Binding cannot write a " + payload.getClass().getName(), unwritable);
        }
    }

    @Override
    public <T> @Nullable T read(@Nullable String payload, Class<T> type) {
        if (payload == null) {
            return null;
        }
        try {
            return type == Object.class
                    ? type.cast(plain(JsonTree.read(payload)))
                    : JsonBinding.JSONB.fromJson(payload, type);
        } catch (RuntimeException | StackOverflowError unreadable) {
            throw new IllegalArgumentException("JSON Binding cannot make it into a " + type.getName(), unreadable);
        }
    }

    private static @Nullable Object plain(JsonValue json) {
        return switch (json.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> ((JsonString) json).getString();
            case NUMBER -> number((JsonNumber) json);
            case ARRAY -> list((JsonArray) json);
            case OBJECT -> map((JsonObject) json);
        };
    }

    /** A text of many digits must cost no more than reading it: an exponent is never written out. */
    private static Object number(JsonNumber number) {
        try {
            return number.isIntegral() ? (Object) number.longValueExact() : (Object) number.doubleValue();
        } catch (ArithmeticException tooLong) {
            return number.doubleValue();
        }
    }

    private static List<@Nullable Object> list(JsonArray json) {
        List<@Nullable Object> items = new ArrayList<>(json.size());
        json.forEach(item -> items.add(plain(item)));
        return items;
    }

    private static Map<String, @Nullable Object> map(JsonObject json) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        json.forEach((name, value) -> members.put(name, plain(value)));
        return members;
    }
}
