package io.hjx.lang.analyze;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Node;
import io.hjx.lang.ast.Template;
import io.hjx.lang.ast.TextNode;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what stands in a component's tag and no slot of the component takes. Confined to the compiling thread. */
final class SlotChecks {

    private static final String DEFAULT = "";

    private final Map<Integer, Use> uses;
    private final Report report;
    private final IdentityHashMap<ComponentModel, Set<String>> slots = new IdentityHashMap<>();

    SlotChecks(Map<Integer, Use> uses, Report report) {
        this.uses = uses;
        this.report = report;
    }

    void check() {
        for (Use use : uses.values()) {
            Set<String> known = slots.computeIfAbsent(use.component(), SlotChecks::slots);
            Set<String> told = new HashSet<>();
            for (LayoutNode child : use.element().children()) {
                String slot = slot(child);
                if (!known.contains(slot) && told.add(slot)) {
                    report(use, child, slot, known);
                }
            }
        }
    }

    private static Set<String> slots(ComponentModel component) {
        Set<String> slots = new HashSet<>();
        List<LayoutNode> layout = component.file().layout();
        LayoutScan.of(layout == null ? List.of() : layout, placed -> {
            if (placed.element().tag().text().equals("slot")) {
                slots.add(name(placed.element(), "name"));
            }
        });
        return slots;
    }

    private static String slot(LayoutNode child) {
        return child instanceof Element element ? name(element, "slot") : DEFAULT;
    }

    private static String name(Element element, String attribute) {
        String name = ElementChecks.literal(element, attribute);
        return name == null ? DEFAULT : name;
    }

    private void report(Use use, LayoutNode child, String slot, Set<String> known) {
        if (child instanceof TextNode text && blank(text)) {
            return;
        }
        String component = use.component().name();
        String label = slot.equals(DEFAULT)
                ? "`" + component + "` never shows it"
                : "`" + component + "` has no slot `" + slot + "`";
        report.add(DiagnosticCode.NO_SLOT, place(child).span(), label, help(slot, known), component);
    }

    private @Nullable String help(String slot, Set<String> known) {
        String near = slot.equals(DEFAULT) ? null : report.near(slot, known);
        return near != null && !near.equals(DEFAULT) ? Report.meant(near) : "add a `slot` to the component's layout";
    }

    private static Node place(LayoutNode child) {
        return child instanceof Element element ? element.tag() : child;
    }

    private static boolean blank(TextNode text) {
        return text.text().parts().stream()
                .allMatch(part -> part instanceof Template.Literal literal
                        && literal.text().isBlank());
    }
}
