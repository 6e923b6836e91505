package io.hjx.lang.analyze;

import io.hjx.lang.ast.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which names a {@code set} or {@code bind} may write to. Confined to the compiling thread.
 *
 * @param judged what was said of entries, known by their identity: many places in a handler share those of its loops
 */
record WriteTargets(SymbolTable symbols, Map<List<Scope.Entry>, Optional<String>> judged) {

    WriteTargets(SymbolTable symbols) {
        this(symbols, new IdentityHashMap<>());
    }

    /** Why what a place names cannot be written; null where it can, or where the name is unknown. */
    @Nullable String refusal(NameUse use) {
        List<Scope.Entry> entries = use.entries();
        return entries.isEmpty()
                ? refusal(use.name())
                : judged.computeIfAbsent(entries, this::refusalOfAny).orElse(null);
    }

    private Optional<String> refusalOfAny(List<Scope.Entry> entries) {
        return entries.stream().map(this::refusal).filter(Objects::nonNull).findFirst();
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
