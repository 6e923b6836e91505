package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Declaration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which loops a handler may be called from: those around the layout's bindings that name it, or name one that calls it.
 *
 * <p>A handler that sees no loops but its caller's has the caller's very set, so that long chains of calls cost no more
 * than short ones.
 */
final class HandlerLoops {

    private final Map<String, Declaration.Handler> handlers;
    private final Map<String, Set<Scope>> scopes = new LinkedHashMap<>();
    /** The handlers whose set is that of a caller. */
    private final Set<String> borrowers = new HashSet<>();

    private final Map<String, List<String>> calls = new HashMap<>();
    private final IdentityHashMap<Set<Scope>, LoopNames> names = new IdentityHashMap<>();

    private HandlerLoops(Map<String, Declaration.Handler> handlers) {
        this.handlers = handlers;
    }

    static HandlerLoops of(Map<String, Declaration.Handler> handlers, LayoutScan layout) {
        HandlerLoops loops = new HandlerLoops(handlers);
        for (Site site : layout.sites()) {
            if (site.binding() instanceof Binding.Event event && !site.loops().isEmpty()) {
                loops.scopes
                        .computeIfAbsent(event.handler().text(), name -> new LinkedHashSet<>())
                        .add(layout.scope(event.site()));
            }
        }
        loops.spread();
        return loops;
    }

    LoopNames of(String handler) {
        Set<Scope> around = scopes.get(handler);
        return around == null ? LoopNames.NONE : names.computeIfAbsent(around, LoopNames::of);
    }

    /** A called handler sees its caller's loops, and so do those that it calls. */
    private void spread() {
        Deque<String> callers = new ArrayDeque<>(callersFirst());
        Set<String> waiting = new HashSet<>(callers);
        while (!callers.isEmpty()) {
            String caller = callers.remove();
            waiting.remove(caller);
            Set<Scope> around = Objects.requireNonNull(scopes.get(caller));
            for (String called : calls(caller)) {
                if (add(called, around) && waiting.add(called)) {
                    callers.add(called);
                }
            }
        }
    }

    /** The handlers that see loops, each behind those that call it, circles apart. */
    private Deque<String> callersFirst() {
        Deque<String> order = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        for (String start : scopes.keySet()) {
            if (seen.add(start)) {
                open.push(new Visit(start, calls(start).iterator()));
            }
            while (!open.isEmpty()) {
                Visit visit = open.element();
                if (!visit.left().hasNext()) {
                    order.push(open.pop().handler());
                    continue;
                }
                String called = visit.left().next();
                if (seen.add(called)) {
                    open.push(new Visit(called, calls(called).iterator()));
                }
            }
        }
        return order;
    }

    /** A handler whose calls are being looked at. */
    private record Visit(String handler, Iterator<String> left) {}

    private List<String> calls(String caller) {
        return calls.computeIfAbsent(caller, name -> {
            Declaration.Handler handler = handlers.get(name);
            return handler == null
                    ? List.of()
                    : HandlerScan.of(handler, LoopNames.NONE).calls().stream()
                            .map(call -> call.handler().text())
                            .toList();
        });
    }

    /** Returns whether the handler sees more than before. */
    private boolean add(String handler, Set<Scope> more) {
        Set<Scope> known = scopes.putIfAbsent(handler, more);
        if (known == null) {
            borrowers.add(handler);
            return true;
        }
        if (known == more || known.containsAll(more)) {
            return false;
        }
        if (borrowers.remove(handler)) {
            known = new LinkedHashSet<>(known);
            scopes.put(handler, known);
        }
        return known.addAll(more);
    }
}
