package io.hjx.lang.analyze;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of the loops that a handler may be called from, with what each may mean. Immutable. */
final class LoopNames {

    static final LoopNames NONE = LoopNames.of(List.of());

    private final Map<String, List<Scope.Entry>> entries = new LinkedHashMap<>();

    private LoopNames() {}

    /** The names of the loops around some places; loops around several of them count once. */
    static LoopNames of(Collection<Scope> scopes) {
        LoopNames loops = new LoopNames();
        Set<Scope.Entry> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Scope scope : scopes) {
            for (Scope.Entry entry : scope.entries()) {
                if (seen.add(entry)) {
                    loops.entries
                            .computeIfAbsent(entry.name(), name -> new ArrayList<>())
                            .add(entry);
                }
            }
        }
        return loops;
    }

    /** One entry of each loop that has the name, always the same list. */
    List<Scope.Entry> entries(String name) {
        return entries.getOrDefault(name, List.of());
    }

    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }
}
