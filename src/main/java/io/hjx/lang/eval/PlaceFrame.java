package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Place} with the loop keys that lead to it, over the state of a {@link Run}. Confined to the run's thread.
 */
final class PlaceFrame implements Frame, Scope {

    private final Run run;
    private final Place place;
    private final String path;
    private final Names around;

    private PlaceFrame(Run run, Place place, String path, Names around) {
        this.run = run;
        this.place = place;
        this.path = path;
        this.around = around;
    }

    static PlaceFrame root(Place root, Run run) {
        return new PlaceFrame(run, root, "", name -> null);
    }

    /**
     * @param key the loop keys around the use, encoded and joined
     * @param names the parent's names at the use, writable where the child's bound names are to be written
     */
    PlaceFrame child(Place child, String key, Names names) {
        Use use = child.use;
        if (use == null) {
            throw new IllegalArgumentException("the root is nobody's child");
        }
        return new PlaceFrame(run, child, path + use.element().number() + ":" + key + "/", names);
    }

    @Override
    public PlaceFrame child(Use use, String key, Names names) {
        Place child = place.children.get(use.element().number());
        if (child == null) {
            throw new IllegalArgumentException("not a use of this component");
        }
        return child(child, key, names);
    }

    Run run() {
        return run;
    }

    Place place() {
        return place;
    }

    @Override
    public ComponentModel component() {
        return place.component;
    }

    @Override
    public String path() {
        return path;
    }

    SourceFile source() {
        return place.component.source();
    }

    /** The flat key of a stored or computed name. */
    String key(String name) {
        return path.isEmpty() ? name : path + name;
    }

    @Override
    public @Nullable Value find(String name) {
        Slot slot = place.slots.get(name);
        if (slot instanceof Slot.Stored stored) {
            Value value = stored.local() ? run.state.local(key(name)) : run.state.shared(key(name));
            return value != null ? value : stored.initial();
        }
        if (slot instanceof Slot.Computed computed) {
            return computed(computed);
        }
        if (slot instanceof Slot.Prop prop) {
            return run.evaluateShown(prop.value(), around, parentSource());
        }
        if (slot instanceof Slot.Bound bound) {
            Value root = around.find(bound.path().root().text());
            return root == null ? null : Paths.get(root, run.keys(bound.path(), around, parentSource()));
        }
        return switch (name) {
            case "user" -> run.state.user();
            case "client" -> run.state.client();
            default -> null;
        };
    }

    private Value computed(Slot.Computed computed) {
        if (!run.outdated(computed)) {
            String key = key(computed.name());
            Value value = computed.local() ? run.state.local(key) : run.state.shared(key);
            if (value != null) {
                return value;
            }
        }
        return Paths.storable(evaluate(computed));
    }

    /** A computed name's value from what it reads now. */
    Value evaluate(Slot.Computed computed) {
        return run.evaluate(computed.value(), this, source());
    }

    private SourceFile parentSource() {
        return place.parent == null ? source() : place.parent.component.source();
    }

    @Override
    public void assign(String name, List<Value> keys, Value value, Span at) {
        Slot slot = place.slots.get(name);
        if (slot instanceof Slot.Stored stored) {
            store(stored, keys, value, at);
        } else if (slot instanceof Slot.Bound bound && around instanceof Scope parent) {
            List<Value> way = run.keys(bound.path(), around, parentSource());
            if (!keys.isEmpty()) {
                way = new ArrayList<>(way);
                way.addAll(keys);
            }
            parent.assign(bound.path().root().text(), way, value, at);
        } else if (slot instanceof Slot.Prop) {
            throw new EvaluationException(at, "`" + name + "` is given by the component around: bind it to set it");
        } else {
            throw new EvaluationException(at, "`" + name + "` cannot be set");
        }
    }

    @Override
    public boolean hides(String name) {
        return false;
    }

    private void store(Slot.Stored stored, List<Value> keys, Value value, Span at) {
        String name = stored.name();
        Value whole = value;
        if (!keys.isEmpty()) {
            Value before = find(name);
            whole = Paths.replace(before == null ? stored.initial() : before, keys, value, name, at);
        }
        if (whole instanceof FunctionValue) {
            throw new EvaluationException(at, "a function cannot be stored in `" + name + "`");
        }
        whole = Paths.storable(whole);
        if (stored.local()) {
            run.state.setLocal(key(name), whole);
        } else {
            run.state.setShared(key(name), whole);
        }
        run.wrote(stored.id());
    }
}
