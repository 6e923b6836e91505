package io.hjx.lang.analyze;

import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts computed names behind those they read, by depth-first search, and finds those that differ by client. Confined to
 * the compiling thread.
 */
final class ComputedOrder {

    /** A name whose operands are being put into the order before it. */
    private record Visit(Symbol symbol, Set<String> reads, Iterator<String> left) {}

    private final SymbolTable symbols;
    private final Report report;
    private final List<String> order = new ArrayList<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> done = new HashSet<>();

    private ComputedOrder(SymbolTable symbols, Report report) {
        this.symbols = symbols;
        this.report = report;
    }

    /** The order; the table's computed symbols are completed with their reads and kind. */
    static List<String> of(SymbolTable symbols, Report report) {
        ComputedOrder order = new ComputedOrder(symbols, report);
        List.copyOf(symbols.all()).stream()
                .filter(symbol -> symbol.kind().computed())
                .forEach(order::visit);
        return List.copyOf(order.order);
    }

    /** Without recursion, because a chain of names may be longer than a stack is deep. */
    private void visit(Symbol start) {
        if (done.contains(start.name())) {
            return;
        }
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(open(start));
        while (!visits.isEmpty()) {
            Symbol next = next(visits.element());
            if (next == null) {
                close(visits.pop());
            } else if (open.contains(next.name())) {
                cycle(next);
            } else {
                visits.push(open(next));
            }
        }
    }

    private Visit open(Symbol symbol) {
        open.add(symbol.name());
        Set<String> reads = reads(symbol);
        return new Visit(symbol, reads, reads.iterator());
    }

    /** The next computed name that is read and not yet in the order. */
    private @Nullable Symbol next(Visit visit) {
        while (visit.left().hasNext()) {
            Symbol read = symbols.find(visit.left().next());
            if (read != null && read.kind().computed() && !done.contains(read.name())) {
                return read;
            }
        }
        return null;
    }

    private void close(Visit visit) {
        Symbol symbol = visit.symbol();
        open.remove(symbol.name());
        done.add(symbol.name());
        order.add(symbol.name());
        boolean perClient = visit.reads().stream()
                .map(symbols::find)
                .anyMatch(read -> read == null || read.kind().perClient());
        Symbol.Kind kind = perClient ? Symbol.Kind.CLIENT_COMPUTED : Symbol.Kind.COMPUTED;
        symbols.replace(new Symbol(symbol.name(), kind, symbol.span(), symbol.value(), visit.reads()));
    }

    /** Declared names, {@code user} and {@code client}. */
    private Set<String> reads(Symbol symbol) {
        Set<String> reads = new LinkedHashSet<>(FreeNames.of(symbol.value()));
        reads.removeIf(name -> !symbols.has(name) && !name.equals("user") && !name.equals("client"));
        return reads;
    }

    private void cycle(Symbol symbol) {
        List<String> chain = new ArrayList<>(
                open.stream().dropWhile(name -> !name.equals(symbol.name())).toList());
        chain.add(symbol.name());
        report.add(DiagnosticCode.COMPUTED_CYCLE, symbol.span(), String.join(" → ", chain), null, symbol.name());
    }
}
