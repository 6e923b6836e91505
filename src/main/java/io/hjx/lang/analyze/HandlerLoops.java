package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which loops a handler may be called from: those around the layout's bindings that name it, or name one that calls it.
 */
final class HandlerLoops {

    private final Map<String, Set<Scope>> scopes = new LinkedHashMap<>();

    private HandlerLoops() {}

    static HandlerLoops of(Map<String, Declaration.Handler> handlers, LayoutScan layout) {
        HandlerLoops loops = new HandlerLoops();
        for (Site site : layout.sites()) {
            if (site.binding() instanceof Binding.Event event && !site.loops().isEmpty()) {
                loops.add(event.handler().text(), Set.of(layout.scope(event.site())));
            }
        }
        loops.spread(handlers);
        return loops;
    }

    List<Scope> of(String handler) {
        return new ArrayList<>(scopes.getOrDefault(handler, Set.of()));
    }

    private boolean add(String handler, Set<Scope> more) {
        return scopes.computeIfAbsent(handler, name -> new LinkedHashSet<>()).addAll(more);
    }

    /** A called handler sees its caller's loops; repeated until nothing is added. */
    private void spread(Map<String, Declaration.Handler> handlers) {
        Map<String, List<Statement.Call>> calls = new LinkedHashMap<>();
        handlers.forEach((name, handler) ->
                calls.put(name, HandlerScan.of(handler, List.of()).calls()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, List<Statement.Call>> caller : calls.entrySet()) {
                Set<Scope> own = Set.copyOf(scopes.getOrDefault(caller.getKey(), Set.of()));
                for (Statement.Call call : caller.getValue()) {
                    changed |= !own.isEmpty() && add(call.handler().text(), own);
                }
            }
        }
    }
}
