package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the names in expressions mean once they are resolved. Confined to the compiling thread.
 *
 * @param outside where in the source names stand that no parameter, variable or loop brought in
 * @param data where names stand that hold no function, as state, what clients send and the items of both do
 */
record NameMeanings(SymbolTable symbols, BitSet outside, BitSet data) {

    static NameMeanings of(List<NameUse> uses, SymbolTable symbols) {
        BitSet outside = new BitSet();
        BitSet data = new BitSet();
        for (NameUse use : uses) {
            if (use.entries().isEmpty()) {
                outside.set(use.span().start());
            }
            if (!mayHoldFunctions(use)) {
                data.set(use.span().start());
            }
        }
        return new NameMeanings(symbols, outside, data);
    }

    /** A {@code let} may hold functions, and so may the items of one. */
    private static boolean mayHoldFunctions(NameUse use) {
        Scope.Entry own = use.kind() == NameUse.Kind.HANDLER ? use.scope().find(use.name()) : null;
        return own != null && (own.kind() == Scope.Kind.VARIABLE || own.kind() == Scope.Kind.ITEM);
    }

    /** The component's name that an expression is, else null. */
    @Nullable Symbol symbol(Expr expr) {
        return isOutside(expr) && expr instanceof Expr.Identifier name ? symbols.find(name.name()) : null;
    }

    /** The component's name that a path begins with, else null. */
    @Nullable Symbol symbol(Path path) {
        return outside.get(path.root().span().start())
                ? symbols.find(path.root().text())
                : null;
    }

    /** The name of the language's own that an expression is, else null. */
    @Nullable String builtIn(Expr expr) {
        return isOutside(expr) && expr instanceof Expr.Identifier name && !symbols.has(name.name())
                ? name.name()
                : null;
    }

    /** True for a name that holds no function; a parameter of an arrow function may hold one. */
    boolean isData(Expr expr) {
        return expr instanceof Expr.Identifier && data.get(expr.span().start());
    }

    private boolean isOutside(Expr expr) {
        return outside.get(expr.span().start());
    }
}
