package io.hjx.lang.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A list. Immutable; the methods that change something return copies that share their items.
 *
 * <p>Nests at most 256 deep and holds at most about four million values in all; whatever would make a larger one throws
 * {@link ValueTooLargeException}.
 */
public final class ListValue implements Value {

    public static final ListValue EMPTY = new ListValue(new Value[0], new Extent());

    private final Value[] items;
    private final int depth;
    private final long weight;

    private ListValue(Value[] items, Extent extent) {
        this.items = items;
        this.depth = extent.depth();
        this.weight = extent.weight();
    }

    /** A list of these items; the given list is copied. */
    public static ListValue of(List<? extends Value> items) {
        return items.isEmpty() ? EMPTY : new Builder(items.size()).addAll(items).build();
    }

    public static ListValue of(Value... items) {
        return of(Arrays.asList(items));
    }

    /** Collects the items of a list in one array that the list then owns. Confined to one thread, for one list. */
    public static final class Builder {

        private final Extent extent = new Extent();
        private Value[] items;
        private int size;

        public Builder(int capacity) {
            items = new Value[Math.max(0, capacity)];
        }

        public Builder add(Value item) {
            extent.add(item);
            room(1);
            items[size++] = item;
            return this;
        }

        public Builder addAll(Iterable<? extends Value> more) {
            more.forEach(this::add);
            return this;
        }

        /** Adds all items of a list, without looking at each. */
        public Builder addAll(ListValue list) {
            extent.grow(list.depth - 1, list.weight);
            room(list.items.length);
            System.arraycopy(list.items, 0, items, size, list.items.length);
            size += list.items.length;
            return this;
        }

        public int size() {
            return size;
        }

        private void room(int count) {
            if (size + count > items.length) {
                items = Arrays.copyOf(items, Math.max(size + count, items.length + (items.length >> 1) + 4));
            }
        }

        /** The list, each time a new one; the builder is then used up. */
        public ListValue build() {
            return new ListValue(size == items.length ? items : Arrays.copyOf(items, size), extent);
        }
    }

    /** The items; an unmodifiable view. */
    public List<Value> items() {
        return Collections.unmodifiableList(Arrays.asList(items));
    }

    public int size() {
        return items.length;
    }

    /** The item at a position, {@code undefined} outside the list. */
    public Value get(int index) {
        return index >= 0 && index < items.length ? items[index] : Undefined.UNDEFINED;
    }

    /** A copy with another item at a position inside the list. */
    public ListValue with(int index, Value item) {
        Value[] copy = items.clone();
        Extent extent = new Extent();
        extent.grow(depth - 1, weight - Extent.weightOf(copy[index]) - 1);
        extent.add(item);
        copy[index] = item;
        return new ListValue(copy, extent);
    }

    /** A copy with one more item at the end. */
    public ListValue plus(Value item) {
        return new Builder(items.length + 1).addAll(this).add(item).build();
    }

    /** This list and behind it another. */
    public ListValue plus(ListValue other) {
        return new Builder(items.length + other.items.length)
                .addAll(this)
                .addAll(other)
                .build();
    }

    /** The items from a position up to another, both inside the list or at its end. */
    public ListValue slice(int from, int to) {
        Builder builder = new Builder(to - from);
        for (int i = from; i < to; i++) {
            builder.add(items[i]);
        }
        return builder.build();
    }

    /** How many levels of lists and objects there are, from 1. */
    int depth() {
        return depth;
    }

    /** How many values there are in it, itself and shared ones each time included. */
    long weight() {
        return weight;
    }

    @Override
    public String typeName() {
        return "object";
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof ListValue list && Arrays.equals(items, list.items));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(items);
    }

    @Override
    public String toString() {
        return Arrays.toString(items);
    }
}
