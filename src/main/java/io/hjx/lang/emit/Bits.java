package io.hjx.lang.emit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The constants of a module that stand for its names. Confined to one emitter.
 *
 * <p>Each name has a bit of its own as long as there are bits; the names beyond share the last one. Sharing costs
 * comparisons, never correctness: a bit says that something may have changed.
 */
final class Bits {

    /** Bits 0 to 28; 29 and 30 are the runtime's, 31 says that everything is to be shown. */
    static final int OWN = 29;

    private static final Set<String> TAKEN = Set.of("ALL", "CHILDREN", "SLOT", "NaN", "JSON");

    private final Set<String> added = new LinkedHashSet<>();
    private final Set<String> constants = new HashSet<>(TAKEN);

    /** The constant for one more name. */
    String add(String name) {
        String base = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        String constant = base;
        for (int i = 2; !constants.add(constant); i++) {
            constant = base + "_" + i;
        }
        added.add(constant);
        return constant;
    }

    /** Takes back a constant that nothing reads. */
    void drop(String constant) {
        added.remove(constant);
        constants.remove(constant);
    }

    /** The constants' declarations. */
    List<String> declarations() {
        List<String> lines = new ArrayList<>();
        for (String constant : added) {
            int number = Math.min(lines.size(), OWN - 1);
            lines.add("const " + constant + " = 1" + (number == 0 ? "" : " << " + number) + ";");
        }
        return lines;
    }
}
