package io.hjx.lang.eval;

import io.hjx.lang.ast.Path;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pass of a loop: its item and position, and the list that the item is written back to. Confined to the run's
 * thread.
 */
final class LoopScope implements Scope {

    private final Scope outer;
    private final Run run;
    private final SourceFile source;
    private final String item;
    private final String index;
    private final @Nullable Path list;
    private final int position;
    private Value value;

    /**
     * @param list the path of the list that the item belongs to, or null where it belongs to none that can be written
     */
    LoopScope(
            Scope outer,
            Run run,
            SourceFile source,
            String item,
            String index,
            @Nullable Path list,
            int position,
            Value value) {
        this.outer = outer;
        this.run = run;
        this.source = source;
        this.item = item;
        this.index = index;
        this.list = list;
        this.position = position;
        this.value = value;
    }

    Value value() {
        return value;
    }

    int position() {
        return position;
    }

    @Override
    public @Nullable Value find(String name) {
        if (name.equals(item)) {
            return value;
        }
        return name.equals(index) ? new NumberValue(position) : outer.find(name);
    }

    @Override
    public void assign(String name, List<Value> keys, Value newValue, Span at) {
        if (name.equals(item)) {
            assignItem(keys, newValue, at);
        } else if (name.equals(index)) {
            throw new EvaluationException(at, "`" + name + "` is a position and cannot be set");
        } else {
            outer.assign(name, keys, newValue, at);
        }
    }

    @Override
    public boolean hides(String name) {
        return name.equals(item) || name.equals(index) || outer.hides(name);
    }

    private void assignItem(List<Value> keys, Value newValue, Span at) {
        if (list == null) {
            throw new EvaluationException(at, "`" + item + "` is an item of a list that cannot be set");
        }
        List<Value> way = new ArrayList<>(run.keys(list, outer, source));
        Value root = outer.find(list.root().text());
        Value items = root == null ? Undefined.UNDEFINED : Paths.get(root, way);
        int found = items instanceof ListValue present ? indexIn(present) : -1;
        if (found < 0) {
            throw new EvaluationException(at, "`" + item + "` is not in `" + list.root() + "` any more");
        }
        Value changed = Paths.storable(Paths.replace(value, keys, newValue, item, at));
        way.add(new NumberValue(found));
        outer.assign(list.root().text(), way, changed, at);
        value = changed;
    }

    /** Where the item is in its list now: the same object, else the one of its id, else an equal one. */
    private int indexIn(ListValue present) {
        if (present.get(position) == value) {
            return position;
        }
        List<Value> items = present.items();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == value) {
                return i;
            }
        }
        Value id = value instanceof ObjectValue object ? object.get("id") : Undefined.UNDEFINED;
        for (int i = 0; id != Undefined.UNDEFINED && i < items.size(); i++) {
            if (items.get(i) instanceof ObjectValue object && object.get("id").equals(id)) {
                return i;
            }
        }
        return items.indexOf(value);
    }
}
