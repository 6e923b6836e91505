package io.hjx.lang.eval;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.Value;
import java.util.List;

/** The methods of lists that return a changed list; the list itself stays as it is. Stateless. */
final class ListChanging {

    static final List<Builtin> ALL = List.of(
            Builtin.of("push", 1, Builtin.ANY, call -> joined(call, call.list(), ListValue.of(call.arguments()))),
            Builtin.of("unshift", 1, Builtin.ANY, call -> joined(call, ListValue.of(call.arguments()), call.list())),
            Builtin.of("concat", 0, Builtin.ANY, ListChanging::concat),
            Builtin.of("reverse", 0, 0, ListChanging::reverse),
            Builtin.of("toReversed", 0, 0, ListChanging::reverse),
            Builtin.of("sort", 0, 1, call -> new Sorting(call).sorted()),
            Builtin.of("toSorted", 0, 1, call -> new Sorting(call).sorted()),
            Builtin.of("toSpliced", 1, Builtin.ANY, ListChanging::toSpliced),
            Builtin.of("with", 2, 2, ListChanging::with));

    private ListChanging() {}

    private static Value joined(Call call, ListValue start, ListValue end) {
        call.budget().grow((long) start.size() + end.size());
        return start.plus(end);
    }

    private static Value concat(Call call) {
        ListValue.Builder result = new ListValue.Builder(call.list().size() + call.count()).addAll(call.list());
        for (Value argument : call.arguments()) {
            if (argument instanceof ListValue items) {
                call.budget().grow((long) result.size() + items.size());
                result.addAll(items);
            } else {
                result.add(argument);
            }
        }
        call.budget().grow(result.size());
        return result.build();
    }

    private static Value reverse(Call call) {
        ListValue list = call.list();
        call.budget().grow(list.size());
        ListValue.Builder result = new ListValue.Builder(list.size());
        for (int i = list.size() - 1; i >= 0; i--) {
            result.add(list.get(i));
        }
        return result.build();
    }

    private static Value toSpliced(Call call) {
        ListValue list = call.list();
        int from = call.position(0, list.size(), 0);
        double gone = call.count() == 0 ? 0 : call.count() == 1 ? list.size() : Math.max(0, call.integer(1));
        int to = (int) Math.min(list.size(), from + gone);
        call.budget().grow((long) list.size() + call.count());
        ListValue.Builder result = new ListValue.Builder(list.size() + call.count()).addAll(list.slice(0, from));
        for (int i = 2; i < call.count(); i++) {
            result.add(call.argument(i));
        }
        return result.addAll(list.slice(to, list.size())).build();
    }

    private static Value with(Call call) {
        ListValue list = call.list();
        double index = call.integer(0);
        double found = index < 0 ? index + list.size() : index;
        if (found < 0 || found >= list.size()) {
            throw call.fail("the list has no item at this position");
        }
        call.budget().grow(list.size());
        return list.with((int) found, call.argument(1));
    }
}
