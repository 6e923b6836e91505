package io.hjx.lang.analyze;

import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts computed names behind those they read, by depth-first search, and finds those that differ by client. Confined to
 * the compiling thread.
 */
final class ComputedOrder {

    private final SymbolTable symbols;
    private final Report report;
    private final List<String> order = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
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

    private void visit(Symbol symbol) {
        if (done.contains(symbol.name())) {
            return;
        }
        if (open.contains(symbol.name())) {
            cycle(symbol);
            return;
        }
        open.add(symbol.name());
        Set<String> reads = reads(symbol);
        boolean perClient = false;
        for (String read : reads) {
            Symbol other = symbols.find(read);
            if (other != null && other.kind().computed()) {
                visit(other);
                other = symbols.find(read);
            }
            perClient |= other == null || other.kind().perClient();
        }
        open.remove(open.size() - 1);
        done.add(symbol.name());
        order.add(symbol.name());
        Symbol.Kind kind = perClient ? Symbol.Kind.CLIENT_COMPUTED : Symbol.Kind.COMPUTED;
        symbols.replace(new Symbol(symbol.name(), kind, symbol.span(), symbol.value(), reads));
    }

    /** Declared names, {@code user} and {@code client}. */
    private Set<String> reads(Symbol symbol) {
        Set<String> reads = new LinkedHashSet<>(FreeNames.of(symbol.value()));
        reads.removeIf(name -> !symbols.has(name) && !name.equals("user") && !name.equals("client"));
        return reads;
    }

    private void cycle(Symbol symbol) {
        List<String> chain = new ArrayList<>(open.subList(open.indexOf(symbol.name()), open.size()));
        chain.add(symbol.name());
        report.add(DiagnosticCode.COMPUTED_CYCLE, symbol.span(), String.join(" → ", chain), null, symbol.name());
    }
}
