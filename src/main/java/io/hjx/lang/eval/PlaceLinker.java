package io.hjx.lang.eval;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.FreeNames;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Template;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the places of a component and those below it, and finds out what depends on what. Confined to one thread. */
final class PlaceLinker {

    private final Map<String, Place> places = new HashMap<>();

    /** Ids of names that differ by client. */
    private final Set<String> perClient = new LinkedHashSet<>(Set.of("@user", "@client"));

    private final Set<String> visible = new LinkedHashSet<>();
    private final Set<String> builtIns = new LinkedHashSet<>();
    private final Map<String, Slot.Computed> computed = new HashMap<>();

    /** The places of a program by id, the ids of the names that layouts read, and the built-ins that they read. */
    record Linked(Place root, Map<String, Place> places, Set<String> visible, Set<String> builtIns) {}

    static Linked link(ComponentModel root) {
        PlaceLinker linker = new PlaceLinker();
        Place place = linker.add(new Place(root, null, null, List.of(), Set.of(), false, false));
        return new Linked(place, Map.copyOf(linker.places), Set.copyOf(linker.visible), Set.copyOf(linker.builtIns));
    }

    private Place add(Place place) {
        places.put(place.id, place);
        place.component.symbols().values().stream()
                .filter(symbol -> !symbol.kind().computed())
                .forEach(symbol -> place.slots.put(symbol.name(), slot(place, symbol)));
        place.component.computedOrder().forEach(name -> compute(place, name));
        markVisible(place);
        List<LayoutNode> layout = place.component.file().layout();
        Map<Integer, Use> uses = place.component.uses();
        Map<Integer, List<Around>> around = Around.uses(layout == null ? List.of() : layout, uses.keySet());
        uses.forEach((number, use) ->
                place.children.put(number, child(place, use, around.getOrDefault(number, List.of()))));
        summarize(place, place.shared);
        summarize(place, place.local);
        return place;
    }

    private Place child(Place parent, Use use, List<Around> around) {
        Set<String> lists = new LinkedHashSet<>();
        Set<String> reads = new LinkedHashSet<>();
        List<ForNode> loops = new ArrayList<>();
        for (Around step : around) {
            if (step instanceof Around.Loop loop) {
                lists.addAll(reads(parent, loops, loop.node().list()));
                loops.add(loop.node());
                Expr key = loop.node().key();
                lists.addAll(key == null ? Set.of() : reads(parent, loops, key));
            } else if (step instanceof Around.Branch branch) {
                branch.conditions().forEach(condition -> reads.addAll(reads(parent, loops, condition)));
                branch.condition().forEach(condition -> reads.addAll(reads(parent, loops, condition)));
            }
        }
        boolean listsDiffer = differs(lists);
        boolean differs = parent.perClient || listsDiffer || differs(reads);
        reads.addAll(lists);
        return add(new Place(use.component(), parent, use, around, reads, differs, listsDiffer));
    }

    private Slot slot(Place place, Symbol symbol) {
        String id = place.id + symbol.name();
        if (place.use != null && place.parent != null) {
            Binding.Value bound = place.use.bound().get(symbol.name());
            if (bound != null) {
                Set<String> reads = reads(place.parent, place.use.loops(), bound.path());
                return new Slot.Bound(bound.path(), reads, differs(reads));
            }
            Element.Attribute prop = place.use.props().get(symbol.name());
            if (prop != null) {
                Set<String> reads = reads(place.parent, place.use.loops(), prop.value());
                return new Slot.Prop(prop.value(), reads, differs(reads));
            }
        }
        boolean local = symbol.kind().perClient();
        if (local) {
            perClient.add(id);
        }
        Value initial = ExpressionEvaluator.pure().evaluate(symbol.value(), name -> null, Budget.standard());
        return new Slot.Stored(symbol.name(), id, local, symbol.kind() == Symbol.Kind.SECRET, initial);
    }

    /** True where what reads these differs by client. */
    private boolean differs(Set<String> reads) {
        return !Collections.disjoint(reads, perClient);
    }

    private void compute(Place place, String name) {
        Symbol symbol = place.component.symbols().get(name);
        if (symbol == null) {
            return;
        }
        Set<String> operands = new LinkedHashSet<>();
        symbol.reads().forEach(read -> operands.addAll(reads(place, read)));
        boolean local = place.perClient || differs(operands);
        String id = place.id + name;
        if (local) {
            perClient.add(id);
        }
        Set<String> sources = new LinkedHashSet<>();
        for (String operand : operands) {
            Slot.Computed other = computed.get(operand);
            sources.addAll(other == null ? Set.of(operand) : other.sources());
        }
        Slot.Computed slot = new Slot.Computed(name, id, local, symbol.value(), operands, sources);
        computed.put(id, slot);
        place.slots.put(name, slot);
        place.recomputed(local).own.put(name, slot);
    }

    private void markVisible(Place place) {
        for (String name : place.component.layoutReads()) {
            Slot slot = place.slots.get(name);
            boolean secret = slot instanceof Slot.Stored stored && stored.secret();
            if (slot == null && isPersonal(name)) {
                builtIns.add(name);
            }
            if (!secret && (slot instanceof Slot.Stored || slot instanceof Slot.Computed)) {
                visible.add(place.id + name);
            }
        }
    }

    private static void summarize(Place place, Place.Recomputed kind) {
        kind.own.values().forEach(slot -> kind.reads.addAll(slot.operands()));
        kind.any = place.slots.values().stream().anyMatch(slot -> isKind(slot, kind.local));
        for (Place child : place.children.values()) {
            Place.Recomputed below = child.recomputed(kind.local);
            if (below.any) {
                kind.any = true;
                kind.reads.addAll(below.reads);
                kind.reads.addAll(child.aroundReads);
            }
        }
    }

    private static boolean isKind(Slot slot, boolean local) {
        return (slot instanceof Slot.Stored stored && stored.local() == local)
                || (slot instanceof Slot.Computed computed && computed.local() == local);
    }

    /** True for the built-ins that say who looks on. */
    private static boolean isPersonal(String name) {
        return name.equals("user") || name.equals("client");
    }

    /** What a name of a place depends on. */
    private static Set<String> reads(Place place, String name) {
        Slot slot = place.slots.get(name);
        if (slot != null) {
            return slot.reads();
        }
        return isPersonal(name) ? Set.of("@" + name) : Set.of();
    }

    private static Set<String> reads(Place place, List<ForNode> loops, Template template) {
        Set<String> reads = new LinkedHashSet<>();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Interpolation interpolation) {
                reads.addAll(reads(place, loops, interpolation.expression()));
            }
        }
        return reads;
    }

    private static Set<String> reads(Place place, List<ForNode> loops, Path path) {
        Set<String> reads =
                new LinkedHashSet<>(readsInLoops(place, loops, path.root().text()));
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Index index) {
                reads.addAll(reads(place, loops, index.index()));
            }
        }
        return reads;
    }

    /** What an expression depends on within loops of a place's layout. */
    static Set<String> reads(Place place, List<ForNode> loops, Expr expr) {
        Set<String> reads = new LinkedHashSet<>();
        FreeNames.of(expr).forEach(name -> reads.addAll(readsInLoops(place, loops, name)));
        return reads;
    }

    /** A loop's name depends on what its list does. */
    private static Set<String> readsInLoops(Place place, List<ForNode> loops, String name) {
        for (int i = loops.size() - 1; i >= 0; i--) {
            ForNode loop = loops.get(i);
            if (loop.item().text().equals(name) || loop.index().text().equals(name)) {
                return reads(place, loops.subList(0, i), loop.list());
            }
        }
        return reads(place, name);
    }

    /** The id of a flat key: the key without loop keys; null where it is none. */
    static @Nullable String id(String key) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            return key;
        }
        StringBuilder id = new StringBuilder();
        int start = 0;
        for (; slash >= 0; slash = key.indexOf('/', start)) {
            int colon = key.indexOf(':', start);
            if (colon < 0 || colon > slash) {
                return null;
            }
            id.append(key, start, colon).append('/');
            start = slash + 1;
        }
        return id.append(key, start, key.length()).toString();
    }
}
