package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what every used name means, and makes local those that nothing declares. Confined to the compiling thread. */
final class NameResolver {

    /** Python's constants. */
    private static final Map<String, String> CONSTANTS = Map.of("True", "true", "False", "false", "None", "null");

    private final SymbolTable symbols;
    private final Report report;
    private final Set<String> written = new HashSet<>();
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, @Nullable String> searched = new HashMap<>();
    private final IdentityHashMap<LoopNames, Map<String, @Nullable String>> searchedLoops = new IdentityHashMap<>();

    private NameResolver(SymbolTable symbols, Report report) {
        this.symbols = symbols;
        this.report = report;
        symbols.all().forEach(symbol -> declared.add(symbol.name()));
    }

    static void resolve(List<NameUse> uses, SymbolTable symbols, Report report) {
        NameResolver resolver = new NameResolver(symbols, report);
        List<NameUse> undeclared = new ArrayList<>();
        for (NameUse use : uses) {
            if (use.entries().isEmpty() && !symbols.has(use.name()) && !resolver.known(use)) {
                undeclared.add(use);
            }
        }
        undeclared.sort(Comparator.comparingInt(use -> use.span().start()));
        for (NameUse use : undeclared) {
            if (writes(use)) {
                resolver.written.add(use.name());
            }
        }
        undeclared.forEach(resolver::judge);
    }

    private static boolean writes(NameUse use) {
        return use.kind() == NameUse.Kind.SET || use.kind() == NameUse.Kind.BIND;
    }

    /** True for the language's own names; reports those in a place that does not know them. */
    private boolean known(NameUse use) {
        String name = use.name();
        if (Vocabulary.EVENT_BUILT_INS.contains(name)) {
            if (use.kind() == NameUse.Kind.LAYOUT || use.kind() == NameUse.Kind.COMPUTED) {
                String help = "pass it to a handler, which may set a name that is shown";
                report.add(DiagnosticCode.MISPLACED_BUILT_IN, use.span(), "there is no event here", help, name);
            }
            return true;
        }
        return Vocabulary.BUILT_INS.contains(name) || (!writes(use) && Vocabulary.GLOBALS.contains(name));
    }

    private void judge(NameUse use) {
        String near = near(use);
        boolean becomesLocal = writes(use) || use.kind() == NameUse.Kind.HANDLER || written.contains(use.name());
        if (near != null || !becomesLocal || CONSTANTS.containsKey(use.name())) {
            unknown(use, near);
        } else if (!symbols.has(use.name()) && (writes(use) || use.kind() == NameUse.Kind.HANDLER)) {
            symbols.addImplicit(
                    use.name(), use.span(), Symbol.Kind.IMPLICIT_LOCAL, new Expr.StringLiteral(use.span(), ""));
            report.add(
                    DiagnosticCode.UNDECLARED_NAME,
                    use.span(),
                    "becomes local to each client, with the value \"\"",
                    "declare it in `local:` or, if all clients share it, in `state:`",
                    use.name());
        }
    }

    private @Nullable String near(NameUse use) {
        String declaredNear = nearDeclared(use.name());
        String aroundNear = written.contains(use.name()) ? null : nearAround(use);
        if (declaredNear == null || aroundNear == null) {
            return declaredNear != null ? declaredNear : aroundNear;
        }
        int distance = NearestName.distance(use.name(), declaredNear);
        return NearestName.distance(use.name(), aroundNear) < distance ? aroundNear : declaredNear;
    }

    private @Nullable String nearAround(NameUse use) {
        String own = report.near(use.name(), others(use.name(), use.scope().names()));
        return own != null ? own : nearLoop(use);
    }

    /** Searched for once a handler and name. */
    private @Nullable String nearLoop(NameUse use) {
        Map<String, @Nullable String> known = searchedLoops.computeIfAbsent(use.loops(), loops -> new HashMap<>());
        if (!known.containsKey(use.name())) {
            known.put(
                    use.name(),
                    report.near(use.name(), others(use.name(), use.loops().names())));
        }
        return known.get(use.name());
    }

    /** Searched for once a name, however often that is used. */
    private @Nullable String nearDeclared(String name) {
        if (!searched.containsKey(name)) {
            searched.put(name, report.near(name, others(name, declared)));
        }
        return searched.get(name);
    }

    /** Two names of one letter are two names, not a typo. */
    private static Collection<String> others(String name, Collection<String> names) {
        return name.length() > 1
                ? names
                : names.stream().filter(other -> other.length() > 1).toList();
    }

    private void unknown(NameUse use, @Nullable String near) {
        String own = report.near(use.name(), Vocabulary.EVERYWHERE);
        String constant = CONSTANTS.get(use.name());
        String meant = constant != null ? "write `" + constant + "`" : Report.meant(own);
        String help = meant != null ? meant : "declare it in `state:`, `computed:` or `local:`";
        if (near != null) {
            Symbol symbol = symbols.find(near);
            help = "did you mean `" + near + "`?"
                    + (symbol == null ? "" : " It is declared at " + report.place(symbol.span()) + ".");
        }
        report.add(DiagnosticCode.UNKNOWN_NAME, use.span(), "nothing declares it", help, use.name());
    }
}
