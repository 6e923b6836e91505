package io.hjx.lang.eval;

import io.hjx.lang.analyze.Site;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Path;
import io.hjx.lang.value.ListValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether positions that a client knows may mean other items by now. Confined to the run's thread. */
final class MovedLists {

    private final PlaceFrame root;
    private final Set<String> changed;
    private final Set<String> edited;

    /**
     * @param changedKeys what may have any other value
     * @param editedKeys lists, or what lists are in, of which items have been {@linkplain #editsItem edited} alone
     */
    MovedLists(PlaceFrame root, Set<String> changedKeys, Set<String> editedKeys) {
        this.root = root;
        this.changed = ids(changedKeys);
        this.edited = ids(editedKeys);
    }

    private static Set<String> ids(Set<String> keys) {
        Set<String> ids = new HashSet<>();
        for (String key : keys) {
            String id = PlaceLinker.id(key);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * True where an input writes to an item of a loop, in its component or where its component's names are tied to.
     *
     * @param loops those around the input
     */
    static boolean editsItem(Place place, Path path, List<ForNode> loops) {
        String name = path.root().text();
        for (int i = loops.size() - 1; i >= 0; i--) {
            if (loops.get(i).index().text().equals(name)) {
                return false;
            }
            if (loops.get(i).item().text().equals(name)) {
                return true;
            }
        }
        return place.slots.get(name) instanceof Slot.Bound tied
                && place.parent != null
                && place.use != null
                && editsItem(place.parent, tied.path(), place.use.loops());
    }

    boolean contain(SiteRef site) {
        PlaceFrame frame = root;
        for (int i = 0; i < site.at().size(); i++) {
            Place child = frame.place().children.get(site.at().get(i).use());
            if (child == null || child.use == null) {
                return false;
            }
            if (usePassMoved(frame, child, site.at().get(i))) {
                return true;
            }
            frame = SiteResolver.frame(frame, List.of(site.at().get(i)));
        }
        Site binding = SiteResolver.site(frame, site.site());
        for (int i = 0; i < Math.min(binding.loops().size(), site.items().size()); i++) {
            if (site.items().get(i).positional() && altered(frame, binding.loops(), i)) {
                return true;
            }
        }
        return false;
    }

    private boolean altered(PlaceFrame frame, List<ForNode> loops, int index) {
        List<ForNode> around = loops.subList(0, index);
        Expr list = loops.get(index).list();
        Set<String> reads = new HashSet<>();
        PlaceLinker.reads(frame.place(), around, list).forEach(id -> reads.addAll(sources(id)));
        return reads.stream().anyMatch(changed::contains)
                || (reads.stream().anyMatch(edited::contains) && !isStored(frame.place(), list, around));
    }

    /** What a name's value comes from, where it is each client's own: no change of the instance tells of it itself. */
    private Set<String> sources(String id) {
        Place place = root.place();
        int start = 0;
        for (int slash = id.indexOf('/'); slash >= 0 && place != null; slash = id.indexOf('/', start)) {
            place = place.children.get(Integer.parseInt(id.substring(start, slash)));
            start = slash + 1;
        }
        Slot slot = place == null ? null : place.slots.get(id.substring(start));
        return slot instanceof Slot.Computed computed && computed.local() ? computed.sources() : Set.of(id);
    }

    /** True for a list that stands in the state as it is: no other value than its own decides where its items are. */
    private static boolean isStored(Place place, Expr list, List<ForNode> around) {
        Expr rest = list;
        while (rest instanceof Expr.MemberExpr member) {
            rest = member.object();
        }
        if (!(rest instanceof Expr.Identifier root)) {
            return false;
        }
        for (int i = around.size() - 1; i >= 0; i--) {
            if (around.get(i).item().text().equals(root.name())) {
                return isStored(place, around.get(i).list(), around.subList(0, i));
            }
        }
        return place.slots.get(root.name()) instanceof Slot.Stored;
    }

    /** The keys of a use do not say which of them are positions; the lists do. */
    private boolean usePassMoved(PlaceFrame frame, Place child, UseKey step) {
        List<ForNode> loops = child.use == null ? List.of() : child.use.loops();
        if (IntStream.range(0, loops.size()).noneMatch(i -> altered(frame, loops, i))) {
            return false;
        }
        Scope scope = frame;
        String[] parts = step.key().split(",", -1);
        for (int i = 0; i < Math.min(loops.size(), parts.length); i++) {
            ForNode loop = loops.get(i);
            if (!(frame.run().evaluateShown(loop.list(), scope, frame.source()) instanceof ListValue list)) {
                return false;
            }
            LoopKeys keys = SiteResolver.keys(frame, scope, loop, list);
            if (!keys.keyed() && altered(frame, loops, i)) {
                return true;
            }
            int found = SiteResolver.indexOfEncoded(keys, parts[i]);
            if (found < 0) {
                return false;
            }
            scope = SiteResolver.pass(frame, scope, loop, found, list.get(found));
        }
        return false;
    }
}
