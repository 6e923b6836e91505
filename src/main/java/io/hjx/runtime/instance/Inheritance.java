package io.hjx.runtime.instance;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.source.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an instance's state survives a new version of its component: the names that mean the same as before. */
final class Inheritance {

    private Inheritance() {}

    /**
     * The key in the new version that has the same kind and, in the source, the same initial literal; null where there
     * is none. A child's key leads through uses of the same components, of which the first stays the first, and so on.
     */
    static @Nullable String heir(String key, CompiledComponent from, CompiledComponent to) {
        ComponentModel before = from.model();
        ComponentModel after = to.model();
        StringBuilder path = new StringBuilder();
        String name = key;
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/')) {
            int colon = name.indexOf(':');
            Use useBefore = colon < 1 || colon > slash ? null : use(before, name.substring(0, colon));
            Use useAfter = useBefore == null ? null : sameUse(before, useBefore, after);
            if (useBefore == null || useAfter == null) {
                return null;
            }
            path.append(useAfter.element().number()).append(name, colon, slash + 1);
            before = useBefore.component();
            after = useAfter.component();
            name = name.substring(slash + 1);
        }
        boolean same =
                same(before, before.symbols().get(name), after, after.symbols().get(name));
        return same ? path.append(name).toString() : null;
    }

    private static @Nullable Use use(ComponentModel model, String number) {
        try {
            return model.uses().get(Integer.valueOf(number));
        } catch (NumberFormatException notAKeyOfAChild) {
            return null;
        }
    }

    private static @Nullable Use sameUse(ComponentModel before, Use use, ComponentModel after) {
        int rank = usesOf(use.component().name(), before).indexOf(use);
        List<Use> candidates = usesOf(use.component().name(), after);
        return rank < candidates.size() ? candidates.get(rank) : null;
    }

    private static List<Use> usesOf(String component, ComponentModel model) {
        return model.uses().values().stream()
                .filter(use -> use.component().name().equals(component))
                .toList();
    }

    private static boolean same(
            ComponentModel before, @Nullable Symbol old, ComponentModel after, @Nullable Symbol now) {
        if (old == null || now == null || old.kind() != now.kind()) {
            return false;
        }
        boolean withoutLiteral = old.kind().computed() || old.kind() == Symbol.Kind.IMPLICIT_LOCAL;
        return withoutLiteral || literal(before.source(), old).equals(literal(after.source(), now));
    }

    private static String literal(SourceFile source, Symbol symbol) {
        return source.slice(symbol.value().span());
    }
}
