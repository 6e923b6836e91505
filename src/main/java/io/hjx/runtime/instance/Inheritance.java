package io.hjx.runtime.instance;

import io.hjx.lang.CompiledComponent;
import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** What of an instance's state survives a new version of its component: the names that mean the same as before. */
final class Inheritance {

    private Inheritance() {}

    /** True where the key has the same kind and, in the source, the same initial literal in both versions. */
    static boolean survives(String key, CompiledComponent from, CompiledComponent to) {
        ComponentModel before = from.model();
        ComponentModel after = to.model();
        String name = key;
        // A child's key: the way down must lead through uses of the same components.
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/')) {
            Use useBefore = use(before, name);
            Use useAfter = use(after, name);
            if (useBefore == null
                    || useAfter == null
                    || !useBefore.component().name().equals(useAfter.component().name())) {
                return false;
            }
            before = useBefore.component();
            after = useAfter.component();
            name = name.substring(slash + 1);
        }
        return same(before, before.symbols().get(name), after, after.symbols().get(name));
    }

    private static @Nullable Use use(ComponentModel model, String key) {
        int colon = key.indexOf(':');
        if (colon < 1 || colon > 9) {
            return null;
        }
        try {
            return model.uses().get(Integer.valueOf(key.substring(0, colon)));
        } catch (NumberFormatException notAKeyOfAChild) {
            return null;
        }
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
