package io.hjx.lang.eval;

import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stable merge sort. {@code expr.js} sorts by the same steps, so that both sides agree even where a comparison
 * function contradicts itself; the JDK's sort would throw there.
 */
final class Sorting {

    private final Call call;
    private final @Nullable FunctionValue order;

    Sorting(Call call) {
        this.call = call;
        this.order = call.isGiven(0) ? call.function(0) : null;
    }

    /** The list sorted; {@code undefined} comes last without being compared. */
    Value sorted() {
        ListValue list = call.list();
        call.budget().grow(list.size());
        Value[] items = list.items().stream()
                .filter(item -> item != Undefined.UNDEFINED)
                .toArray(Value[]::new);
        ListValue.Builder result = new ListValue.Builder(list.size());
        result.addAll(ListValue.of(order == null ? sortedByText(items) : mergeSorted(items)));
        for (int i = items.length; i < list.size(); i++) {
            result.add(Undefined.UNDEFINED);
        }
        return result.build();
    }

    private record Keyed(String key, Value item) {}

    private Value[] sortedByText(Value[] items) {
        call.budget().spend(8L * items.length);
        Keyed[] keyed = new Keyed[items.length];
        for (int i = 0; i < items.length; i++) {
            keyed[i] = new Keyed(call.text(items[i]), items[i]);
        }
        Arrays.sort(keyed, Comparator.comparing(Keyed::key));
        Value[] sorted = new Value[items.length];
        for (int i = 0; i < items.length; i++) {
            sorted[i] = keyed[i].item();
        }
        return sorted;
    }

    private Value[] mergeSorted(Value[] items) {
        Value[] from = items.clone();
        Value[] to = new Value[items.length];
        for (int width = 1; width < items.length; width *= 2) {
            for (int start = 0; start < items.length; start += 2 * width) {
                merge(
                        from,
                        to,
                        start,
                        Math.min(start + width, items.length),
                        Math.min(start + 2 * width, items.length));
            }
            Value[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private void merge(Value[] from, Value[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean takeRight = right < end && (left >= middle || compare(from[left], from[right]) > 0);
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }

    private double compare(Value left, Value right) {
        call.budget().spend(1);
        return order == null ? 0 : Conversions.toNumber(order.call(List.of(left, right)));
    }
}
