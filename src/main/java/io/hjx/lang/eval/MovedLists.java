package io.hjx.lang.eval;

import io.hjx.lang.analyze.Site;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.value.ListValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether positions that a client knows may mean other items by now. Confined to the run's thread. */
final class MovedLists {

    private final PlaceFrame root;
    private final Set<String> changed = new HashSet<>();

    MovedLists(PlaceFrame root, Set<String> changedKeys) {
        this.root = root;
        for (String key : changedKeys) {
            String id = PlaceLinker.id(key);
            if (id != null) {
                changed.add(id);
            }
        }
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
        Set<String> reads = PlaceLinker.reads(
                frame.place(), loops.subList(0, index), loops.get(index).list());
        return reads.stream().anyMatch(changed::contains);
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
