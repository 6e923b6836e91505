package io.hjx.lang.eval;

import io.hjx.lang.source.Span;
import io.hjx.lang.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The shared names of a component in its place. Confined to the turn. */
final class PlaceNames implements OwnNames {

    private final Place place;
    private final Supplier<PlaceFrame> frame;

    /** @param frame looks the place up anew, so that each read sees what was written before */
    PlaceNames(Place place, Supplier<PlaceFrame> frame) {
        this.place = place;
        this.frame = frame;
    }

    @Override
    public @Nullable Value get(String name) {
        return isShared(place.slots.get(name)) ? frame.get().find(name) : null;
    }

    @Override
    public boolean present() {
        try {
            return frame.get().place() == place;
        } catch (StaleItemException gone) {
            return false;
        } catch (EvaluationException failure) {
            // A list that fails says nothing about what is there
            return true;
        }
    }

    @Override
    public Map<String, Value> all() {
        PlaceFrame present = frame.get();
        Map<String, Value> values = new LinkedHashMap<>();
        place.slots.forEach((name, slot) -> {
            Value value = isShared(slot) ? present.find(name) : null;
            if (value != null) {
                values.put(name, value);
            }
        });
        return values;
    }

    private static boolean isShared(@Nullable Slot slot) {
        return slot != null && !slot.perClient();
    }

    @Override
    public void set(String name, Value value) {
        Slot slot = place.slots.get(name);
        if (slot instanceof Slot.Prop) {
            throw new IllegalArgumentException("`" + name + "` is given by the component around: bind it to set it");
        }
        if (slot instanceof Slot.Bound bound && bound.perClient()) {
            throw new IllegalArgumentException("`" + name
                    + "` differs by client: a script is for all clients and cannot set it; bind a shared name");
        }
        boolean stored = slot instanceof Slot.Stored own && !own.local();
        if (!stored && !(slot instanceof Slot.Bound)) {
            throw new IllegalArgumentException("`" + name + "` is declared neither in `state` nor in `secret`");
        }
        try {
            frame.get().assign(name, List.of(), value, Span.at(0));
        } catch (EvaluationException | StaleItemException failure) {
            throw new IllegalArgumentException("`" + name + "` cannot be set: " + failure.getMessage(), failure);
        }
    }

    @Override
    public boolean computable(String name) {
        Slot slot = place.slots.get(name);
        return slot == null || (slot instanceof Slot.Stored stored && !stored.local());
    }
}
