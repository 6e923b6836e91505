package io.hjx.lang.eval;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.List;

/** {@code Object.…} and the methods of objects. Stateless. */
final class ObjectFunctions {

    static final List<Builtin> FUNCTIONS = List.of(
            Builtin.of("keys", 1, 1, call -> entries(call, (key, value) -> new StringValue(key))),
            Builtin.of("values", 1, 1, call -> entries(call, (key, value) -> value)),
            Builtin.of(
                    "entries", 1, 1, call -> entries(call, (key, value) -> ListValue.of(new StringValue(key), value))),
            Builtin.of("fromEntries", 1, 1, ObjectFunctions::fromEntries),
            Builtin.of("assign", 1, Builtin.ANY, ObjectFunctions::assign),
            Builtin.of("hasOwn", 2, 2, call -> hasOwn(call, call.argument(0), call.text(1))),
            Builtin.of("is", 2, 2, call -> BooleanValue.of(Conversions.sameValue(call.argument(0), call.argument(1)))));

    static final List<Builtin> METHODS = List.of(
            Builtin.of("hasOwnProperty", 1, 1, call -> hasOwn(call, call.receiver(), call.text(0))),
            Builtin.of("toString", 0, 0, call -> new StringValue(call.text(call.receiver()))),
            Builtin.of("valueOf", 0, 0, Call::receiver));

    private interface Entry {
        Value of(String key, Value value);
    }

    private ObjectFunctions() {}

    /** Adds a value's own properties, as {@code ...value} in an object does; most values have none. */
    static void spread(ObjectValue.Builder builder, Value value, Budget budget) {
        if (value instanceof ObjectValue object) {
            budget.spend(object.size());
            builder.putAll(object);
        } else if (value instanceof ListValue list) {
            budget.grow(list.size());
            budget.spend(list.size());
            for (int i = 0; i < list.size(); i++) {
                builder.put(Integer.toString(i), list.get(i));
            }
        } else if (value instanceof StringValue string) {
            budget.spend(string.value().length());
            for (int i = 0; i < string.value().length(); i++) {
                builder.put(Integer.toString(i), StringValue.of(string.value().charAt(i)));
            }
        }
    }

    private static ObjectValue properties(Call call, Value value) {
        if (Conversions.isNullish(value)) {
            throw call.fail(Wording.kind(value) + " has no properties");
        }
        if (value instanceof ObjectValue object) {
            call.budget().spend(object.size());
            return object;
        }
        ObjectValue.Builder builder = new ObjectValue.Builder(0);
        spread(builder, value, call.budget());
        return builder.build();
    }

    private static Value entries(Call call, Entry entry) {
        ObjectValue object = properties(call, call.argument(0));
        ListValue.Builder list = new ListValue.Builder(object.size());
        for (int i = 0; i < object.size(); i++) {
            list.add(entry.of(object.key(i), object.value(i)));
        }
        return list.build();
    }

    private static Value fromEntries(Call call) {
        ListValue entries = call.iterate(call.argument(0));
        call.budget().spend(entries.size());
        ObjectValue.Builder object = new ObjectValue.Builder(entries.size());
        for (Value entry : entries.items()) {
            if (!(entry instanceof ListValue) && !(entry instanceof ObjectValue)) {
                throw call.fail("`Object.fromEntries` needs a list of `[key, value]` lists");
            }
            object.put(call.text(Properties.get(entry, "0")), Properties.get(entry, "1"));
        }
        return object.build();
    }

    /** A new object; the first one stays as it is. */
    private static Value assign(Call call) {
        ObjectValue.Builder object = new ObjectValue.Builder(4);
        properties(call, call.argument(0));
        for (Value source : call.arguments()) {
            spread(object, source, call.budget());
        }
        return object.build();
    }

    private static Value hasOwn(Call call, Value value, String key) {
        if (value instanceof ObjectValue object) {
            return BooleanValue.of(object.has(key));
        }
        if (value instanceof ListValue list) {
            return BooleanValue.of(Properties.has(list, key));
        }
        properties(call, value);
        return BooleanValue.of(!Conversions.isNullish(Properties.get(value, key)));
    }
}
