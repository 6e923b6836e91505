package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that surround a place, innermost first: parameters, {@code let}, loops. Immutable. */
final class Scope {

    static final Scope EMPTY = new Scope(null, null);

    private final @Nullable Scope outer;
    private final @Nullable Entry entry;

    private Scope(@Nullable Scope outer, @Nullable Entry entry) {
        this.outer = outer;
        this.entry = entry;
    }

    /** What brought a name in. */
    enum Kind {
        PARAMETER,
        VARIABLE,
        ITEM,
        POSITION
    }

    /**
     * A name in a scope.
     *
     * @param list what an {@link Kind#ITEM} is an item of; else null
     * @param around the scope that {@code list} is read in
     */
    record Entry(String name, Kind kind, @Nullable Expr list, Scope around) {}

    Scope with(String name, Kind kind) {
        return new Scope(this, new Entry(name, kind, null, this));
    }

    /** This scope with the parameters of arrow functions. */
    Scope withParameters(Set<String> names) {
        Scope inside = this;
        for (String name : names) {
            inside = inside.with(name, Kind.PARAMETER);
        }
        return inside;
    }

    /** This scope with a loop's item and position. */
    Scope withLoop(String item, String position, Expr list) {
        Scope positioned = new Scope(this, new Entry(position, Kind.POSITION, null, this));
        return new Scope(positioned, new Entry(item, Kind.ITEM, list, this));
    }

    @Nullable Entry find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.entry != null && scope.entry.name().equals(name)) {
                return scope.entry;
            }
        }
        return null;
    }

    boolean has(String name) {
        return find(name) != null;
    }

    /** The entries that their names mean here, innermost first. */
    Collection<Entry> entries() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.entry != null) {
                entries.putIfAbsent(scope.entry.name(), scope.entry);
            }
        }
        return entries.values();
    }

    /** All names, innermost first. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.entry != null) {
                names.add(scope.entry.name());
            }
        }
        return names;
    }
}
