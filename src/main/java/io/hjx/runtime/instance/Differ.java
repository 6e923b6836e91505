package io.hjx.runtime.instance;

import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import io.hjx.runtime.protocol.Operation;
import io.hjx.runtime.protocol.Patch;
import io.hjx.runtime.protocol.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Values share their parts: a handler that appends a message makes a list with the same 10,000 items and one more. So
 * what is the same object is not looked into, and what is left is small. At each list and object on the way down the
 * operations that were found for its inside are held against replacing it, and what is shorter stays.
 *
 * A list is put in order first (what is gone from right to left, then what came or moved from left to right), and then
 * the items that were already there are compared, under the positions that they have now.
 *
 * Positions of an object's keys can be seen: in the text of an object, and in loops over its keys. A patch can only
 * add keys at the end, so an object whose keys it would leave in another order is replaced.
 */

/** Finds the patch that leads from values to others. Confined to one thread, for one patch. */
final class Differ {

    /** What an operation costs besides its value: whoever applies it moves a list's items for it. */
    private static final int OPERATION = 64;

    /** How many numbers of a row cost as much as one value that is looked at. */
    private static final int ROW = 32;

    private final List<Operation> operations = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private final Work work = new Work();

    /** About the characters of the operations, with a comma each. */
    private long length;

    private Differ() {}

    /**
     * The patch of a state whose changed names have these values now, where its text is shorter than theirs: whole
     * names too may be added or replaced by it. Characters are counted, escapes within strings as one.
     *
     * @param before what the names were, as far as that is known
     * @return null where it is not shorter, or too much work to find
     */
    static @Nullable Patch patch(Map<String, Value> before, Map<String, Value> after) {
        if (before.isEmpty() || after.containsKey(KeyOrder.PROTOTYPE)) {
            return null;
        }
        Differ differ = new Differ();
        after.forEach((name, value) -> differ.member(name, before.get(name), value));
        long length = differ.length + 1;
        return differ.work.done() || JsonLength.of(after, length) <= length ? null : new Patch(differ.operations);
    }

    private void member(String key, @Nullable Value before, Value after) {
        path.add(key);
        if (before == null) {
            emit(new Operation.Add(place(), after));
        } else {
            value(before, after);
        }
        path.remove(path.size() - 1);
    }

    /** Adds the shortest operations that make one value of the other, both in the place that the path names. */
    private void value(Value before, Value after) {
        if (isSame(before, after)) {
            return;
        }
        int known = operations.size();
        long knownLength = length;
        boolean found = inside(before, after);
        Operation.Replace replace = new Operation.Replace(place(), after);
        long limit = length - knownLength;
        if (!found || length(replace, limit) <= limit) {
            operations.subList(known, operations.size()).clear();
            length = knownLength;
            emit(replace);
        }
    }

    /** Scalars by content; lists and objects only where that costs nothing. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Value before, Value after) {
        boolean scalar = after instanceof StringValue || after instanceof NumberValue;
        return before == after || (scalar && before.equals(after));
    }

    /** Adds operations within a list or object; false where there are none that do. */
    private boolean inside(Value before, Value after) {
        if (work.done()) {
            return false;
        }
        if (before instanceof ListValue old && after instanceof ListValue now) {
            list(old, now);
            return !work.done();
        }
        return before instanceof ObjectValue old
                && after instanceof ObjectValue now
                && work.spend((long) old.size() + now.size())
                && KeyOrder.canBecome(old, now)
                && fields(old, now);
    }

    private boolean fields(ObjectValue before, ObjectValue after) {
        for (int i = 0; i < before.size(); i++) {
            if (!after.has(before.key(i))) {
                path.add(before.key(i));
                emit(new Operation.Remove(place()));
                path.remove(path.size() - 1);
            }
        }
        for (int i = 0; i < after.size() && !work.done(); i++) {
            String key = after.key(i);
            member(key, before.has(key) ? before.get(key) : null, after.value(i));
        }
        return !work.done();
    }

    private void list(ListValue before, ListValue after) {
        Ends ends = Ends.equal(before, after, work);
        List<Value> old = before.items().subList(ends.head(), before.size() - ends.tail());
        List<Value> now = after.items().subList(ends.head(), after.size() - ends.tail());
        if (!work.spend((long) old.size() + now.size())) {
            return;
        }
        Matching matching = Matching.of(old, now);
        arrange(ends.head(), remaining(ends.head(), old.size(), now.size(), matching), now, matching);
        for (int i = 0; i < now.size() && !work.done(); i++) {
            int source = matching.source(i);
            if (source != Matching.NONE) {
                member(String.valueOf(ends.head() + i), old.get(source), now.get(i));
            }
        }
    }

    /** Removes what is gone; the old positions of what is left. */
    private Row remaining(int head, int oldSize, int newSize, Matching matching) {
        for (int i = oldSize - 1; i >= 0 && !work.done(); i--) {
            if (!matching.isKept(i)) {
                emit(new Operation.Remove(item(head + i)));
            }
        }
        Row row = new Row(newSize);
        for (int i = 0; i < oldSize; i++) {
            if (matching.isKept(i)) {
                row.add(i);
            }
        }
        return row;
    }

    /** Puts what came or moved behind what is in front of it. */
    private void arrange(int head, Row row, List<Value> now, Matching matching) {
        int at = 0;
        for (int i = 0; i < now.size() && !work.done(); i++) {
            int source = matching.source(i);
            if (source == Matching.NONE) {
                emit(new Operation.Add(item(head + at), now.get(i)));
                insert(row, at++, source);
            } else if (matching.stays(i)) {
                while (row.get(at) != source) {
                    at++;
                }
                at++;
            } else {
                int from = row.take(source);
                at -= from < at ? 1 : 0;
                emit(new Operation.Move(item(head + from), item(head + at)));
                insert(row, at++, source);
            }
        }
    }

    private void insert(Row row, int at, int number) {
        work.spend(row.size() / ROW);
        row.insert(at, number);
    }

    private Pointer item(int position) {
        path.add(String.valueOf(position));
        Pointer place = place();
        path.remove(path.size() - 1);
        return place;
    }

    private Pointer place() {
        return new Pointer(path);
    }

    private void emit(Operation operation) {
        work.spend(OPERATION);
        operations.add(operation);
        length += length(operation, Long.MAX_VALUE);
    }

    private static long length(Operation operation, long limit) {
        return JsonLength.of(operation.toValue(), limit) + 1;
    }
}
