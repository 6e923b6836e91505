package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
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

    LoopNames of(String handler) {
        return LoopNames.of(scopes.getOrDefault(handler, Set.of()));
    }

    private boolean add(String handler, Set<Scope> more) {
        return scopes.computeIfAbsent(handler, name -> new LinkedHashSet<>()).addAll(more);
    }

    /** A called handler sees its caller's loops, and so do those that it calls. */
    private void spread(Map<String, Declaration.Handler> handlers) {
        Deque<String> callers = new ArrayDeque<>(scopes.keySet());
        Map<String, List<Statement.Call>> calls = new HashMap<>();
        while (!callers.isEmpty()) {
            String caller = callers.remove();
            Declaration.Handler handler = handlers.get(caller);
            if (handler == null) {
                continue;
            }
            Set<Scope> own = Set.copyOf(scopes.getOrDefault(caller, Set.of()));
            List<Statement.Call> below = calls.computeIfAbsent(
                    caller, name -> HandlerScan.of(handler, LoopNames.NONE).calls());
            for (Statement.Call call : below) {
                if (add(call.handler().text(), own)) {
                    callers.add(call.handler().text());
                }
            }
        }
    }
}
