package io.hjx.lang.eval;

import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings computed names up to date, parents before children, each behind what it reads, and drops the state of children
 * whose loop key is gone. Confined to the run's thread.
 *
 * <p>A child that a condition hides is left alone; when the condition changes, everything below it is computed anew.
 */
final class Recomputation {

    private final Run run;
    private final boolean local;
    private final @Nullable Set<String> dirty;
    private @Nullable NavigableSet<String> childKeys;

    /** @param changed ids of names that have changed, which this adds to; null for everything */
    Recomputation(Run run, boolean local, @Nullable Set<String> changed) {
        this.run = run;
        this.local = local;
        this.dirty = changed;
    }

    void recompute(Place root) {
        Place.Recomputed kind = root.recomputed(local);
        if (kind.any && outdated(kind.reads)) {
            visit(PlaceFrame.root(root, run), false);
        }
    }

    private boolean outdated(Set<String> reads) {
        return dirty == null || !Collections.disjoint(reads, dirty);
    }

    private void visit(PlaceFrame frame, boolean all) {
        for (Slot.Computed slot : frame.place().recomputed(local).own.values()) {
            if (all || outdated(slot.operands()) || get(frame.key(slot.name())) == null) {
                compute(frame, slot);
            }
        }
        for (Place child : frame.place().children.values()) {
            Place.Recomputed below = child.recomputed(local);
            boolean moved = all || outdated(child.aroundReads);
            if (below.any && (moved || outdated(below.reads))) {
                if (moved) {
                    prune(frame, child);
                }
                for (ChildPasses.Pass pass : ChildPasses.shown(frame, child).list()) {
                    visit(frame.child(child, pass.key(), pass.scope()), moved);
                }
            }
        }
    }

    private void compute(PlaceFrame frame, Slot.Computed slot) {
        String key = frame.key(slot.name());
        Value value = Paths.storable(frame.evaluate(slot));
        if (!value.equals(get(key))) {
            set(key, value);
            if (dirty != null) {
                dirty.add(slot.id());
            }
        }
    }

    private @Nullable Value get(String key) {
        return local ? run.state.local(key) : run.state.shared(key);
    }

    private void set(String key, Value value) {
        if (local) {
            run.state.setLocal(key, value);
        } else {
            run.state.setShared(key, value);
        }
    }

    /** Drops what a child's uses have stored under loop keys that are gone; hidden uses keep theirs. */
    private void prune(PlaceFrame frame, Place child) {
        boolean inLoop = child.around.stream().anyMatch(Around.Loop.class::isInstance);
        if (!inLoop || child.use == null || (child.listsPerClient && !local)) {
            return;
        }
        String prefix = frame.path() + child.use.element().number() + ":";
        Set<String> stored = childKeys().subSet(prefix, prefix + '\uffff');
        if (stored.isEmpty()) {
            return;
        }
        ChildPasses passes = ChildPasses.present(frame, child);
        if (!passes.complete()) {
            return;
        }
        Set<String> present = new HashSet<>();
        passes.list().forEach(pass -> present.add(pass.key()));
        for (String key : stored) {
            if (!present.contains(key.substring(prefix.length(), key.indexOf('/', prefix.length())))) {
                set(key, Undefined.UNDEFINED);
            }
        }
    }

    private NavigableSet<String> childKeys() {
        NavigableSet<String> keys = childKeys;
        if (keys == null) {
            keys = new TreeSet<>();
            for (String key : local ? run.state.localKeys() : run.state.sharedKeys()) {
                if (key.indexOf('/') >= 0) {
                    keys.add(key);
                }
            }
            childKeys = keys;
        }
        return keys;
    }
}
