package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.Collections;
import java.util.HashMap;
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
    private final IdentityHashMap<ComponentModel, Map<String, String>> writers = new IdentityHashMap<>();
    private final IdentityHashMap<ComponentModel, Long> counts = new IdentityHashMap<>();
    private final ImportTable imports;
    private final Report report;

    /** Component uses so far, those in the layouts below included. */
    private long total;

    UseTable(ImportTable imports, Report report) {
        this.imports = imports;
        this.report = report;
    }

    /** Takes an element in where it is a component use. */
    void add(LayoutScan.Placed placed) {
        ComponentModel component = imports.use(placed.element().tag().text());
        if (component != null) {
            add(placed, component);
            total = Math.min(total + 1 + usesBelow(component), Integer.MAX_VALUE);
        }
    }

    /** The use that an element is, by the element's number; null for other elements. */
    @Nullable Use find(int element) {
        return uses.get(element);
    }

    /** The uses by the numbers of their elements; a view. */
    Map<Integer, Use> toMap() {
        return Collections.unmodifiableMap(uses);
    }

    /**
     * To be called when all uses are known.
     *
     * @param layout the place of the layout's first element
     */
    void checkCount(Span layout) {
        if (total > MOST_USES) {
            report.add(
                    DiagnosticCode.TOO_MANY_USES,
                    layout,
                    "in this layout and those below it",
                    "use fewer, or repeat one with `for`",
                    MOST_USES);
        }
    }

    /** Component uses in a layout and, counted anew for each use, in those below it. */
    private long usesBelow(ComponentModel component) {
        Long known = counts.get(component);
        if (known != null) {
            return known;
        }
        long total = 0;
        for (Use use : component.uses().values()) {
            total = Math.min(total + 1 + usesBelow(use.component()), Integer.MAX_VALUE);
        }
        counts.put(component, total);
        return total;
    }

    private void add(LayoutScan.Placed placed, ComponentModel component) {
        Element element = placed.element();
        Map<String, Element.Attribute> props = new LinkedHashMap<>();
        for (Element.Attribute attribute : element.attributes()) {
            String name = attribute.name().text();
            if (!component.symbols().containsKey(name)) {
                checkMisspelt(attribute.name(), component);
            } else if (prop(attribute.name(), component)) {
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

    /** Such an attribute goes to the root element; that may be meant where HTML has it. */
    private void checkMisspelt(Name name, ComponentModel component) {
        String near = HtmlAttributes.known(name.text()) ? null : report.near(name.text(), props(component));
        if (near != null) {
            report.add(
                    DiagnosticCode.NEARLY_A_PROP,
                    name.span(),
                    "goes to the root element as an attribute",
                    Report.meant(near),
                    name.text(),
                    component.name());
        }
    }

    private static List<String> props(ComponentModel component) {
        return component.file().state().stream()
                .map(variable -> variable.name().text())
                .toList();
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
        String near = symbol != null ? null : report.near(name.text(), bindableNames(component));
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

    /** What in the component writes to one of its names, or null; looked up once a component. */
    private @Nullable String writer(String name, ComponentModel component) {
        return writers.computeIfAbsent(component, UseTable::writers).get(name);
    }

    private static Map<String, String> writers(ComponentModel component) {
        Map<String, String> writers = new HashMap<>();
        for (Declaration.Handler handler : component.handlers().values()) {
            String label = "its handler `" + handler.name() + "` sets it";
            addWritten(HandlerScan.of(handler, LoopNames.NONE).names(), NameUse.Kind.SET, label, writers);
        }
        if (component.file().layout() != null) {
            List<NameUse> inLayout =
                    LayoutScan.of(component.file().layout(), placed -> {}).names();
            addWritten(inLayout, NameUse.Kind.BIND, "its layout binds it", writers);
        }
        return writers;
    }

    private static void addWritten(List<NameUse> uses, NameUse.Kind kind, String label, Map<String, String> writers) {
        for (NameUse use : uses) {
            if (use.kind() == kind && use.entries().isEmpty()) {
                writers.putIfAbsent(use.name(), label);
            }
        }
    }
}
