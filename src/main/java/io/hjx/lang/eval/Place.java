package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Declaration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A component where it is used, whatever the loop keys: the root, or a use in its parent's layout. Immutable once
 * {@link PlaceLinker} has filled it.
 *
 * <p>The id is the numbers of the uses from the root down, {@code 3/7/}; an id of a name is its place's id and the
 * name.
 */
final class Place {

    final ComponentModel component;
    final @Nullable Place parent;
    final @Nullable Use use;
    final String id;
    final List<Around> around;

    /** What lists and conditions around the use read, in the parent. */
    final Set<String> aroundReads;

    /** True where lists or conditions around it, or around its parent, differ by client. */
    final boolean perClient;

    /** True where the lists around it differ by client. */
    final boolean listsPerClient;

    final Map<String, Slot> slots = new LinkedHashMap<>();
    final Map<Integer, Place> children = new LinkedHashMap<>();
    final Map<String, Declaration.Handler> handlers;

    /** What recomputing the shared, and one client's, names of this place and those below depends on. */
    final Recomputed shared = new Recomputed(false);

    final Recomputed local = new Recomputed(true);

    Place(
            ComponentModel component,
            @Nullable Place parent,
            @Nullable Use use,
            List<Around> around,
            Set<String> aroundReads,
            boolean perClient,
            boolean listsPerClient) {
        this.component = component;
        this.parent = parent;
        this.use = use;
        this.id = parent == null || use == null ? "" : parent.id + use.element().number() + "/";
        this.around = around;
        this.aroundReads = aroundReads;
        this.perClient = perClient;
        this.listsPerClient = listsPerClient;
        this.handlers = component.handlers();
    }

    /** The computed names of one kind, and what brings them and those below out of date. */
    static final class Recomputed {

        final boolean local;
        final Map<String, Slot.Computed> own = new LinkedHashMap<>();
        final Set<String> reads = new LinkedHashSet<>();

        /** True where this place or one below has a name of this kind, computed or stored. */
        boolean any;

        Recomputed(boolean local) {
            this.local = local;
        }
    }

    Recomputed recomputed(boolean localKind) {
        return localKind ? local : shared;
    }
}
