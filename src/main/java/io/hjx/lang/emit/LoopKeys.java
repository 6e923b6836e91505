package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The keys of a list's items, by the rules of the browser's {@code Each}. */
final class LoopKeys {

    private LoopKeys() {}

    /** A key to be evaluated: for one item at its position. */
    record Key(ForNode loop, Expr expr, Value item, int index) {

        Place at(Place around) {
            return around.in(loop, item, index, "");
        }
    }

    /** Each item's key as text: its own, or, where one is missing or there twice, every item's position. */
    static List<String> of(ForNode loop, ListValue list, Function<Key, Value> evaluate) {
        List<String> keys = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Value key = loop.key() == null
                    ? id(list.get(i))
                    : evaluate.apply(new Key(loop, loop.key(), list.get(i), i));
            if (Conversions.isNullish(key)) {
                return positions(list);
            }
            keys.add(Conversions.toShown(key));
        }
        return new HashSet<>(keys).size() == keys.size() ? keys : positions(list);
    }

    private static Value id(Value item) {
        return item instanceof ObjectValue object ? object.get("id") : Undefined.UNDEFINED;
    }

    private static List<String> positions(ListValue list) {
        return IntStream.range(0, list.size()).mapToObj(String::valueOf).toList();
    }
}
