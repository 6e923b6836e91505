package io.hjx.lang.eval;

import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.List;

/** The methods of lists that call a function with each item, its position and the list. Stateless. */
final class ListCallbacks {

    static final List<Builtin> ALL = List.of(
            Builtin.of("map", 1, 1, ListCallbacks::map),
            Builtin.of("filter", 1, 1, ListCallbacks::filter),
            Builtin.of("flatMap", 1, 1, ListCallbacks::flatMap),
            Builtin.of("forEach", 1, 1, ListCallbacks::forEach),
            Builtin.of("find", 1, 1, call -> call.list().get(first(call, true))),
            Builtin.of("findIndex", 1, 1, call -> NumberValue.of((double) first(call, true))),
            Builtin.of("findLast", 1, 1, call -> call.list().get(last(call))),
            Builtin.of("findLastIndex", 1, 1, call -> NumberValue.of((double) last(call))),
            Builtin.of("some", 1, 1, call -> BooleanValue.of(first(call, true) >= 0)),
            Builtin.of("every", 1, 1, call -> BooleanValue.of(first(call, false) < 0)),
            Builtin.of("reduce", 1, 2, call -> reduce(call, 0, 1)),
            Builtin.of("reduceRight", 1, 2, call -> reduce(call, call.list().size() - 1, -1)));

    private ListCallbacks() {}

    private static Value apply(Call call, FunctionValue function, int index) {
        call.budget().spend(1);
        ListValue list = call.list();
        return function.call(List.of(list.get(index), NumberValue.of(index), list));
    }

    private static Value map(Call call) {
        FunctionValue function = call.function(0);
        int size = call.list().size();
        ListValue.Builder result = new ListValue.Builder(size);
        for (int i = 0; i < size; i++) {
            result.add(apply(call, function, i));
        }
        return result.build();
    }

    private static Value filter(Call call) {
        FunctionValue function = call.function(0);
        ListValue.Builder result = new ListValue.Builder(8);
        for (int i = 0; i < call.list().size(); i++) {
            if (Conversions.toBoolean(apply(call, function, i))) {
                result.add(call.list().get(i));
            }
        }
        return result.build();
    }

    private static Value flatMap(Call call) {
        FunctionValue function = call.function(0);
        ListValue.Builder result = new ListValue.Builder(8);
        for (int i = 0; i < call.list().size(); i++) {
            Value made = apply(call, function, i);
            if (made instanceof ListValue items) {
                call.budget().grow((long) result.size() + items.size());
                result.addAll(items);
            } else {
                result.add(made);
            }
        }
        return result.build();
    }

    private static Value forEach(Call call) {
        FunctionValue function = call.function(0);
        for (int i = 0; i < call.list().size(); i++) {
            apply(call, function, i);
        }
        return Undefined.UNDEFINED;
    }

    /** The first position at which the function's result is as wanted, -1 without one. */
    private static int first(Call call, boolean wanted) {
        FunctionValue function = call.function(0);
        for (int i = 0; i < call.list().size(); i++) {
            if (Conversions.toBoolean(apply(call, function, i)) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int last(Call call) {
        FunctionValue function = call.function(0);
        for (int i = call.list().size() - 1; i >= 0; i--) {
            if (Conversions.toBoolean(apply(call, function, i))) {
                return i;
            }
        }
        return -1;
    }

    private static Value reduce(Call call, int start, int step) {
        FunctionValue function = call.function(0);
        ListValue list = call.list();
        boolean given = call.count() > 1;
        if (!given && list.size() == 0) {
            throw call.fail("an empty list has no first item to start from: pass a start value as second argument");
        }
        Value result = given ? call.argument(1) : list.get(start);
        for (int i = given ? start : start + step; i >= 0 && i < list.size(); i += step) {
            call.budget().spend(1);
            result = function.call(List.of(result, list.get(i), NumberValue.of(i), list));
        }
        return result;
    }
}
