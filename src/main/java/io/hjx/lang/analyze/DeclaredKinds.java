package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The kinds of the values that names are declared with. Immutable.
 *
 * @param script true where a script may set any name
 * @param rewritten the names that a handler sets to what may be of another kind, and those that are bound
 */
record DeclaredKinds(NameMeanings names, KindFinder kinds, boolean script, Set<String> rewritten) {

    static DeclaredKinds of(
            NameMeanings names, KindFinder kinds, boolean script, List<Site> sites, List<HandlerScan> handlers) {
        Set<String> rewritten = new HashSet<>();
        for (Site site : sites) {
            if (site.binding() instanceof Binding.Value bind
                    && bind.path().steps().isEmpty()) {
                rewritten.add(bind.path().root().text());
            }
        }
        for (HandlerScan handler : handlers) {
            for (Statement.Set set : handler.sets()) {
                Symbol symbol = set.path().steps().isEmpty() ? names.symbol(set.path()) : null;
                if (symbol != null && kinds.of(set.value()) != kinds.of(symbol.value())) {
                    rewritten.add(symbol.name());
                }
            }
        }
        return new DeclaredKinds(names, kinds, script, rewritten);
    }

    /** The kind that a name is declared with; unknown for what is no declared name, or a computed one. */
    ValueKind of(Expr expr) {
        Symbol symbol = names.symbol(expr);
        if (symbol == null || symbol.kind().computed() || symbol.kind() == Symbol.Kind.IMPLICIT_LOCAL) {
            return ValueKind.UNKNOWN;
        }
        return kinds.of(symbol.value());
    }

    /** True where this component itself may give a name a value of another kind. */
    boolean mayChange(Expr expr) {
        Symbol symbol = names.symbol(expr);
        return script || (symbol != null && rewritten.contains(symbol.name()));
    }
}
