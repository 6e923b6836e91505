package io.hjx.lang.eval;

import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code JSON.stringify} with its replacer and {@code JSON.parse} with its reviver. Stateless. */
final class JsonFunctions {

    private JsonFunctions() {}

    static Value stringify(Call call) {
        Value value = call.argument(0);
        if (call.argument(1) instanceof FunctionValue replacer) {
            value = replaced(call, "", value, replacer);
        } else if (call.argument(1) instanceof ListValue keys) {
            Set<String> kept = new LinkedHashSet<>();
            keys.items().forEach(key -> kept.add(call.text(key)));
            value = filtered(call, value, kept);
        }
        call.budget().grow(Conversions.weight(value));
        String text = Json.stringify(value, indent(call.argument(2)));
        return text == null ? Undefined.UNDEFINED : call.made(text);
    }

    private static String indent(Value space) {
        if (space instanceof NumberValue) {
            return " ".repeat((int) Math.max(0, Math.min(10, Conversions.toInteger(space))));
        }
        return space instanceof StringValue text
                ? text.value().substring(0, Math.min(10, text.value().length()))
                : "";
    }

    /** From the outside in: what the function returns is looked into in its turn. */
    private static Value replaced(Call call, String key, Value value, FunctionValue replacer) {
        call.budget().enter();
        Value result = rebuilt(
                replacer.call(List.of(new StringValue(key), value)),
                (name, inner) -> replaced(call, name, inner, replacer));
        call.budget().leave();
        return result;
    }

    /** Keeps these keys of every object, in their order. */
    private static Value filtered(Call call, Value value, Set<String> kept) {
        call.budget().spend(kept.size());
        if (!(value instanceof ObjectValue object)) {
            return rebuilt(value, (key, inner) -> filtered(call, inner, kept));
        }
        ObjectValue.Builder properties = new ObjectValue.Builder(kept.size());
        for (String key : kept) {
            if (object.has(key)) {
                properties.put(key, filtered(call, object.get(key), kept));
            }
        }
        return properties.build();
    }

    private interface Member {
        Value rebuild(String key, Value value);
    }

    private static Value rebuilt(Value value, Member member) {
        if (value instanceof ListValue list) {
            ListValue.Builder items = new ListValue.Builder(list.size());
            for (int i = 0; i < list.size(); i++) {
                items.add(member.rebuild(Integer.toString(i), list.get(i)));
            }
            return items.build();
        }
        if (value instanceof ObjectValue object) {
            ObjectValue.Builder properties = new ObjectValue.Builder(object.size());
            object.properties().forEach((key, inner) -> properties.put(key, member.rebuild(key, inner)));
            return properties.build();
        }
        return value;
    }

    static Value parse(Call call) {
        Value value;
        try {
            value = Json.parse(call.text(0));
        } catch (IllegalArgumentException malformed) {
            throw call.fail(String.valueOf(malformed.getMessage()));
        }
        call.budget().spend(Conversions.weight(value));
        return call.argument(1) instanceof FunctionValue reviver ? revived(call, "", value, reviver) : value;
    }

    /** From the inside out; what becomes {@code undefined} leaves its object. */
    private static Value revived(Call call, String key, Value value, FunctionValue reviver) {
        Value inner = rebuilt(value, (name, member) -> revived(call, name, member, reviver));
        if (inner instanceof ObjectValue object) {
            ObjectValue.Builder kept = new ObjectValue.Builder(object.size());
            object.properties().forEach((name, member) -> {
                if (member != Undefined.UNDEFINED) {
                    kept.put(name, member);
                }
            });
            inner = kept.build();
        }
        return reviver.call(List.of(new StringValue(key), inner));
    }
}
