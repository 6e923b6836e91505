package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The constants of a module that stand for its names. Confined to one emitter.
 *
 * <p>The component's own names take bits from the lowest on, and the names of loops those above, by the loop's depth:
 * loops beside each other are brought up to date one by one, and share theirs. Own names that find no bit have
 * {@link #REST} in common, and the module tells them apart by name. Names of loops that are nested more deeply than
 * there are bits share the last; that costs comparisons, never correctness: a bit says that something may have changed.
 */
final class Bits {

    /** Bits 0 to 27; the others are the runtime's, see {@code values.js}. */
    static final int OWN = 28;
    /** The runtime's constant for all names that have no bit. */
    static final String REST = "REST";

    private static final Set<String> TAKEN = Set.of("ALL", "CHILDREN", "SLOT", REST, "NaN", "JSON");
    /** So many levels of loops keep their two bits each, however many names the component has. */
    private static final int LEVELS = 6;

    private record Key(String name, int bit) {}

    private final int own;
    private final Map<Key, String> added = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> constants = new HashSet<>(TAKEN);

    Bits(ComponentModel component) {
        List<LayoutNode> layout = component.file().layout();
        int levels = layout == null ? 0 : levels(layout);
        this.own = Math.min(component.layoutReads().size(), OWN - 2 * Math.min(levels, LEVELS));
    }

    private static int levels(List<? extends LayoutNode> nodes) {
        int levels = 0;
        for (LayoutNode node : nodes) {
            if (node instanceof ForNode loop) {
                levels = Math.max(levels, 1 + levels(loop.children()));
            } else if (node instanceof IfNode choice) {
                for (IfNode.Branch branch : choice.branches()) {
                    levels = Math.max(levels, levels(branch.children()));
                }
                levels = Math.max(levels, levels(choice.otherwise()));
            } else if (node instanceof Element element) {
                levels = Math.max(levels, levels(element.children()));
            }
        }
        return levels;
    }

    /** The constant for one more of the component's own names, {@link #REST} where there is no bit left. */
    String own(String name) {
        return added.size() < own ? add(name, added.size()) : REST;
    }

    /** The constant for the item of a loop with so many loops around. */
    String item(String name, int depth) {
        return add(name, own + 2 * depth);
    }

    /** The constant for the position in a loop with so many loops around. */
    String index(String name, int depth) {
        return add(name, own + 2 * depth + 1);
    }

    private String add(String name, int wanted) {
        String constant = added.computeIfAbsent(new Key(name, Math.min(wanted, OWN - 1)), key -> constant(key.name()));
        uses.merge(constant, 1, Integer::sum);
        return constant;
    }

    private String constant(String name) {
        String base = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        String constant = base;
        while (!constants.add(constant)) {
            constant = base + "_" + numbers.merge(base, 2, (known, first) -> known + 1);
        }
        return constant;
    }

    /** Takes back a constant that nothing reads in one of its loops. */
    void drop(String constant) {
        uses.merge(constant, -1, Integer::sum);
    }

    /** The constants' declarations, by bit. */
    List<String> declarations() {
        List<Map.Entry<Key, String>> used = new ArrayList<>(added.entrySet());
        used.removeIf(entry -> uses.getOrDefault(entry.getValue(), 0) == 0);
        used.sort(Comparator.comparingInt(entry -> entry.getKey().bit()));
        return used.stream()
                .map(entry -> "const " + entry.getValue() + " = 1"
                        + (entry.getKey().bit() == 0
                                ? ""
                                : " << " + entry.getKey().bit()) + ";")
                .toList();
    }
}
