package io.hjx.lang.analyze;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a component while it is analyzed, in source order. Confined to the compiling thread.
 *
 * <p>Computed names are {@link Symbol.Kind#COMPUTED} here; {@link ComputedOrder} finds those that are per client.
 */
final class SymbolTable {

    private final Map<String, Symbol> symbols = new LinkedHashMap<>();

    private SymbolTable() {}

    /** Takes what the four blocks declare; what may not be declared, or is declared again, is reported and left out. */
    static SymbolTable of(ComponentFile file, Report report) {
        record Declared(Declaration.Variable variable, Symbol.Kind kind) {}
        List<Declared> all = new ArrayList<>();
        file.state().forEach(variable -> all.add(new Declared(variable, Symbol.Kind.STATE)));
        file.secret().forEach(variable -> all.add(new Declared(variable, Symbol.Kind.SECRET)));
        file.computed().forEach(variable -> all.add(new Declared(variable, Symbol.Kind.COMPUTED)));
        file.local().forEach(variable -> all.add(new Declared(variable, Symbol.Kind.LOCAL)));
        all.sort(Comparator.comparingInt(declared -> declared.variable().span().start()));
        SymbolTable table = new SymbolTable();
        all.forEach(declared -> table.declare(declared.variable(), declared.kind(), report));
        return table;
    }

    private void declare(Declaration.Variable variable, Symbol.Kind kind, Report report) {
        Name name = variable.name();
        if (refused(name, report)) {
            return;
        }
        Symbol first = symbols.get(name.text());
        if (first != null) {
            String label = "first declared at " + report.place(first.span());
            report.add(DiagnosticCode.REPEATED_NAME, name.span(), label, null, name.text());
            return;
        }
        symbols.put(name.text(), new Symbol(name.text(), kind, name.span(), variable.value(), Set.of()));
    }

    private static boolean refused(Name name, Report report) {
        if (Vocabulary.reserved(name.text())) {
            report.add(DiagnosticCode.RESERVED_NAME, name.span(), "a reserved word", null, name.text());
            return true;
        }
        if (Vocabulary.BUILT_INS.contains(name.text())) {
            report.add(DiagnosticCode.RESERVED_NAME, name.span(), "a name that is always there", null, name.text());
            return true;
        }
        return false;
    }

    /** Adds a name that is used and not declared. */
    void addImplicit(String name, Span span, Symbol.Kind kind, Expr value) {
        symbols.putIfAbsent(name, new Symbol(name, kind, span, value, Set.of()));
    }

    /** Puts what is known better about a name in its place. */
    void replace(Symbol symbol) {
        symbols.put(symbol.name(), symbol);
    }

    @Nullable Symbol find(String name) {
        return symbols.get(name);
    }

    boolean has(String name) {
        return symbols.containsKey(name);
    }

    /** The expression of a computed name, null for any other. */
    @Nullable Expr computed(String name) {
        Symbol symbol = symbols.get(name);
        return symbol != null && symbol.kind().computed() ? symbol.value() : null;
    }

    Collection<Symbol> all() {
        return symbols.values();
    }

    Map<String, Symbol> toMap() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(symbols));
    }
}
