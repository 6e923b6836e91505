package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.eval.Frame;
import io.hjx.lang.eval.LoopKeys;
import io.hjx.lang.eval.Names;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where rendering is: in which component, with which loops around. Immutable.
 *
 * @param names what expressions see here
 * @param keys the keys of the loops around, outermost first
 * @param use the component use that this component stands for, or null for the root
 * @param parent where that use stands
 */
record Place(
        Frame frame,
        Names names,
        List<String> keys,
        Part.@Nullable Child use,
        @Nullable Place parent) {

    static Place root(Frame frame) {
        return new Place(frame, frame, List.of(), null, null);
    }

    ComponentModel component() {
        return frame.component();
    }

    /** The place of a loop's item. */
    Place in(ForNode loop, Value item, int index, String key) {
        Names inner = names.with(loop.index().text(), new NumberValue(index))
                .with(loop.item().text(), item);
        List<String> around = new ArrayList<>(keys);
        around.add(key);
        return new Place(frame, inner, around, use, parent);
    }

    /** The place inside a child component. */
    Place child(Part.Child child) {
        Frame inner = frame.child(child.use(), LoopKeys.join(keys), names);
        return new Place(inner, inner, List.of(), child, this);
    }
}
