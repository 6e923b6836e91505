package io.hjx.lang.eval;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.List;

/** The methods of lists that look something up or take a part. Stateless. */
final class ListReading {

    static final List<Builtin> ALL = List.of(
            Builtin.of("at", 1, 1, ListReading::at),
            Builtin.of("includes", 1, 2, call -> BooleanValue.of(indexOf(call, true) >= 0)),
            Builtin.of("indexOf", 1, 2, call -> NumberValue.of((double) indexOf(call, false))),
            Builtin.of("lastIndexOf", 1, 2, ListReading::lastIndexOf),
            Builtin.of("join", 0, 1, call -> join(call, call.isGiven(0) ? call.text(0) : ",")),
            Builtin.of("toString", 0, 0, call -> join(call, ",")),
            Builtin.onServer("toLocaleString", 0, 2, LocaleText::ofList),
            Builtin.of("slice", 0, 2, ListReading::slice),
            Builtin.of("keys", 0, 0, call -> each(call, (i, item) -> NumberValue.of(i))),
            Builtin.of("values", 0, 0, call -> each(call, (i, item) -> item)),
            Builtin.of("entries", 0, 0, call -> each(call, (i, item) -> ListValue.of(NumberValue.of(i), item))),
            Builtin.of("flat", 0, 1, ListReading::flat));

    private interface Entry {
        Value of(int index, Value item);
    }

    private ListReading() {}

    private static Value at(Call call) {
        ListValue list = call.list();
        double index = call.integer(0);
        double found = index < 0 ? index + list.size() : index;
        return found >= 0 && found < list.size() ? list.get((int) found) : Undefined.UNDEFINED;
    }

    /** {@code includes} finds {@code NaN}, {@code indexOf} does not. */
    private static int indexOf(Call call, boolean nanToo) {
        ListValue list = call.list();
        Value wanted = call.argument(0);
        call.budget().spend(list.size());
        for (int i = call.position(1, list.size(), 0); i < list.size(); i++) {
            Value item = list.get(i);
            if (nanToo ? Conversions.sameValueZero(item, wanted) : Conversions.strictEquals(item, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static Value lastIndexOf(Call call) {
        ListValue list = call.list();
        call.budget().spend(list.size());
        double start = call.count() < 2 ? list.size() - 1 : call.integer(1);
        double last = start < 0 ? list.size() + start : Math.min(start, list.size() - 1);
        for (int i = (int) Math.max(-1, last); i >= 0; i--) {
            if (Conversions.strictEquals(list.get(i), call.argument(0))) {
                return NumberValue.of(i);
            }
        }
        return NumberValue.of(-1.0);
    }

    private static Value join(Call call, String separator) {
        call.budget()
                .grow(Conversions.weight(call.receiver())
                        + (long) separator.length() * call.list().size());
        return call.made(Conversions.join(call.list(), separator));
    }

    private static Value slice(Call call) {
        ListValue list = call.list();
        int from = call.position(0, list.size(), 0);
        int to = call.position(1, list.size(), list.size());
        call.budget().grow(Math.max(0, to - from));
        return list.slice(from, Math.max(from, to));
    }

    private static Value each(Call call, Entry entry) {
        ListValue list = call.list();
        call.budget().spend(list.size());
        ListValue.Builder result = new ListValue.Builder(list.size());
        for (int i = 0; i < list.size(); i++) {
            result.add(entry.of(i, list.get(i)));
        }
        return result.build();
    }

    private static Value flat(Call call) {
        ListValue.Builder result = new ListValue.Builder(call.list().size());
        flatten(call, call.list(), call.isGiven(0) ? call.integer(0) : 1, result);
        return result.build();
    }

    static void flatten(Call call, ListValue list, double levels, ListValue.Builder result) {
        call.budget().spend(list.size());
        for (Value item : list.items()) {
            if (levels >= 1 && item instanceof ListValue inner) {
                flatten(call, inner, levels - 1, result);
            } else {
                result.add(item);
            }
        }
        call.budget().grow(result.size());
    }
}
