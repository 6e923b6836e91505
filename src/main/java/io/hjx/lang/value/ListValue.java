package io.hjx.lang.value;

import java.util.ArrayList;
import java.util.List;

/** A list. Immutable; the {@code with…} methods return changed copies that share their items. */
public final class ListValue implements Value {

    public static final ListValue EMPTY = new ListValue(List.of());

    private final List<Value> items;

    private ListValue(List<Value> items) {
        this.items = items;
    }

    /** A list of these items; the given list is copied. */
    public static ListValue of(List<? extends Value> items) {
        return items.isEmpty() ? EMPTY : new ListValue(List.copyOf(items));
    }

    public static ListValue of(Value... items) {
        return items.length == 0 ? EMPTY : new ListValue(List.of(items));
    }

    /** The items; unmodifiable. */
    public List<Value> items() {
        return items;
    }

    public int size() {
        return items.size();
    }

    /** The item at a position, {@code undefined} outside the list. */
    public Value get(int index) {
        return index >= 0 && index < items.size() ? items.get(index) : Undefined.UNDEFINED;
    }

    /** A copy with another item at a position inside the list. */
    public ListValue with(int index, Value item) {
        List<Value> copy = new ArrayList<>(items);
        copy.set(index, item);
        return of(copy);
    }

    @Override
    public String typeName() {
        return "object";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListValue list && items.equals(list.items);
    }

    @Override
    public int hashCode() {
        return items.hashCode();
    }

    @Override
    public String toString() {
        return items.toString();
    }
}
