package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the attributes and binds of component uses into props, bound names and plain attributes of the root element.
 */
final class UseTable {

    /** How many components may stand in one another below one: each is looked after by itself. */
    static final int MOST_USES = 10_000;

    private final Map<Integer, Use> uses = new LinkedHashMap<>();
    private final Report report;

    private UseTable(Report report) {
        this.report = report;
    }

    static Map<Integer, Use> of(List<LayoutScan.Placed> elements, ImportTable imports, Report report) {
        UseTable table = new UseTable(report);
        long total = 0;
        IdentityHashMap<ComponentModel, Long> counts = new IdentityHashMap<>();
        for (LayoutScan.Placed placed : elements) {
            ComponentModel component = imports.use(placed.element().tag().text());
            if (component != null) {
                table.add(placed, component);
                total = Math.min(total + 1 + usesBelow(component, counts), Integer.MAX_VALUE);
            }
        }
        if (total > MOST_USES) {
            report.add(
                    DiagnosticCode.TOO_MANY_USES,
                    elements.get(0).element().tag().span(),
                    "in this layout and those below it",
                    "use fewer, or repeat one with `for`",
                    MOST_USES);
        }
        return Collections.unmodifiableMap(table.uses);
    }

    /** Component uses in a layout and, counted anew for each use, in those below it. */
    private static long usesBelow(ComponentModel component, IdentityHashMap<ComponentModel, Long> counts) {
        Long known = counts.get(component);
        if (known != null) {
            return known;
        }
        long total = 0;
        for (Use use : component.uses().values()) {
            total = Math.min(total + 1 + usesBelow(use.component(), counts), Integer.MAX_VALUE);
        }
        counts.put(component, total);
        return total;
    }

    private void add(LayoutScan.Placed placed, ComponentModel component) {
        Element element = placed.element();
        Map<String, Element.Attribute> props = new LinkedHashMap<>();
        for (Element.Attribute attribute : element.attributes()) {
            String name = attribute.name().text();
            if (component.symbols().containsKey(name) && prop(attribute.name(), component)) {
                props.put(name, attribute);
            }
        }
        Map<String, Binding.Value> bound = new LinkedHashMap<>();
        for (Binding.Value bind : element.binds()) {
            if (bindable(bind.property(), component)) {
                bound.put(bind.property().text(), bind);
            }
        }
        uses.put(element.number(), new Use(element, component, props, bound, placed.loops()));
    }

    private boolean prop(Name name, ComponentModel component) {
        Symbol symbol = component.symbols().get(name.text());
        if (symbol == null || symbol.kind() != Symbol.Kind.STATE) {
            report.add(DiagnosticCode.NOT_A_PROP, name.span(), whyNot(symbol), null, name.text(), component.name());
            return false;
        }
        String writer = writer(name.text(), component);
        if (writer != null) {
            String help = "bind it to a name: `bind " + name.text() + " <-> …`";
            report.add(DiagnosticCode.PROP_IS_SET, name.span(), writer, help, name.text(), component.name());
        }
        return true;
    }

    private boolean bindable(Name name, ComponentModel component) {
        Symbol symbol = component.symbols().get(name.text());
        if (symbol != null && !symbol.kind().computed() && symbol.kind() != Symbol.Kind.SECRET) {
            return true;
        }
        String near = symbol != null ? null : NearestName.of(name.text(), bindableNames(component));
        report.add(
                DiagnosticCode.NOT_A_PROP,
                name.span(),
                whyNot(symbol),
                Report.meant(near),
                name.text(),
                component.name());
        return false;
    }

    private static List<String> bindableNames(ComponentModel component) {
        return component.symbols().values().stream()
                .filter(symbol -> !symbol.kind().computed() && symbol.kind() != Symbol.Kind.SECRET)
                .map(Symbol::name)
                .toList();
    }

    private static String whyNot(@Nullable Symbol symbol) {
        return symbol == null
                ? "the component has no such name"
                : switch (symbol.kind()) {
                    case STATE -> "";
                    case SECRET -> "the component keeps it secret";
                    case COMPUTED, CLIENT_COMPUTED -> "the component computes it";
                    case LOCAL, IMPLICIT_LOCAL -> "it is local there; what is given stands in `state:`";
                };
    }

    /** What in the component writes to one of its names, or null. */
    private static @Nullable String writer(String name, ComponentModel component) {
        for (Declaration.Handler handler : component.handlers().values()) {
            for (NameUse use : HandlerScan.of(handler, List.of()).names()) {
                if (use.kind() == NameUse.Kind.SET
                        && use.name().equals(name)
                        && use.entries().isEmpty()) {
                    return "its handler `" + handler.name() + "` sets it";
                }
            }
        }
        List<NameUse> inLayout = new ArrayList<>();
        if (component.file().layout() != null) {
            inLayout.addAll(LayoutScan.of(component.file().layout()).names());
        }
        boolean bound = inLayout.stream()
                .anyMatch(use -> use.kind() == NameUse.Kind.BIND
                        && use.name().equals(name)
                        && use.entries().isEmpty());
        return bound ? "its layout binds it" : null;
    }
}
