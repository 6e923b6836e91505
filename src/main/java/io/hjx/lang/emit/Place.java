package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.eval.Frame;
import io.hjx.lang.eval.ItemKey;
import io.hjx.lang.eval.LoopKeys;
import io.hjx.lang.eval.Names;
import io.hjx.lang.eval.UseKey;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where rendering is: in which component, with which loops around. Immutable.
 *
 * @param names what expressions see here
 * @param items the items of the loops around, outermost first
 * @param use the component use that this component stands for, or null for the root
 * @param parent where that use stands
 */
record Place(
        Frame frame,
        Names names,
        List<ItemKey> items,
        Part.@Nullable Child use,
        @Nullable Place parent) {

    static Place root(Frame frame) {
        return new Place(frame, frame, List.of(), null, null);
    }

    ComponentModel component() {
        return frame.component();
    }

    /** The place of a loop's item. */
    Place in(ForNode loop, Value item, int index, ItemKey key) {
        Names inner = names.with(loop.index().text(), new NumberValue(index))
                .with(loop.item().text(), item);
        List<ItemKey> around = new ArrayList<>(items);
        around.add(key);
        return new Place(frame, inner, around, use, parent);
    }

    /** The place inside a child component. */
    Place child(Part.Child child) {
        Frame inner = frame.child(child.use(), useKey(), names);
        return new Place(inner, inner, List.of(), child, this);
    }

    /** The key of a use that stands here. */
    private String useKey() {
        return LoopKeys.join(items.stream().map(ItemKey::key).toList());
    }

    /** The way from the root to this component. */
    List<UseKey> at() {
        List<UseKey> way = new ArrayList<>();
        for (Place inner = this; inner.use != null && inner.parent != null; inner = inner.parent) {
            way.add(0, new UseKey(inner.use.use().element().number(), inner.parent.useKey()));
        }
        return way;
    }
}
