package io.hjx.lang.analyze;

import io.hjx.lang.ast.Path;
import org.jspecify.annotations.Nullable;

/** Which names a {@code set} or {@code bind} may write to. */
record WriteTargets(SymbolTable symbols) {

    /** Why what a place names cannot be written; null where it can, or where the name is unknown. */
    @Nullable String refusal(NameUse use) {
        for (Scope.Entry entry : use.entries()) {
            String refusal = refusal(entry);
            if (refusal != null) {
                return refusal;
            }
        }
        return use.entries().isEmpty() ? refusal(use.name()) : null;
    }

    private @Nullable String refusal(String name) {
        if (Vocabulary.BUILT_INS.contains(name)) {
            return "always there, never set";
        }
        Symbol symbol = symbols.find(name);
        return symbol != null && symbol.kind().computed() ? "computed from other names" : null;
    }

    private @Nullable String refusal(Scope.Entry entry) {
        return switch (entry.kind()) {
            case PARAMETER -> "a parameter";
            case POSITION -> "a position in a list";
            case VARIABLE -> null;
            case ITEM -> itemRefusal(entry);
        };
    }

    private @Nullable String itemRefusal(Scope.Entry entry) {
        Scope around = entry.around();
        Path source = entry.list() == null
                ? null
                : ListSource.of(entry.list(), name -> around.has(name) ? null : symbols.computed(name));
        if (source == null) {
            return "an item of a list that is neither a name nor its `filter`, `slice`, `sort` or `reverse`";
        }
        Scope.Entry root = around.find(source.root().text());
        String refusal = root != null ? refusal(root) : refusal(source.root().text());
        return refusal == null ? null : "an item of `" + source.root() + "`, which is " + refusal;
    }
}
