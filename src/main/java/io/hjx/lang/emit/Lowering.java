package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Template;
import io.hjx.lang.ast.TextNode;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a component's layout into {@link Part}s. Confined to one call of {@link #lower}. */
final class Lowering {

    private final ComponentModel component;
    private final String mark;
    /** The numbers of elements that a parent's {@code slot} attribute places. */
    private final Set<Integer> slotted = new HashSet<>();

    private Lowering(ComponentModel component) {
        this.component = component;
        this.mark = ScopeName.of(component.source());
    }

    /** The component's root block: one element, or one child component. */
    static Part.Block lower(ComponentModel component) {
        List<LayoutNode> layout = component.file().layout();
        List<LayoutNode> nodes = layout == null ? List.of() : layout;
        Lowering lowering = new Lowering(component);
        List<Part> parts = lowering.parts(nodes, false);
        boolean single = parts.size() == 1 && (parts.get(0) instanceof Part.Tag || parts.get(0) instanceof Part.Child);
        return new Part.Block(single ? parts : List.of(lowering.tag("div", parts)));
    }

    private Part.Tag tag(String name, List<Part> children) {
        return new Part.Tag(name, false, Opening.of(name, mark, List.of()), List.of(), List.of(), List.of(), children);
    }

    private Part.Block block(List<? extends LayoutNode> nodes, boolean svg) {
        return block(parts(nodes, svg));
    }

    private static Part.Block block(List<Part> content) {
        List<Part> parts = new ArrayList<>(content);
        boolean begun = !parts.isEmpty() && (parts.get(0) instanceof Part.Tag || parts.get(0) instanceof Part.Child);
        if (!begun) {
            parts.add(0, new Part.Gap());
        }
        return new Part.Block(List.copyOf(parts));
    }

    private List<Part> parts(List<? extends LayoutNode> nodes, boolean svg) {
        List<Part> parts = new ArrayList<>();
        for (LayoutNode node : nodes) {
            Part part = part(node, svg);
            boolean touching = !parts.isEmpty() && parts.get(parts.size() - 1) instanceof Part.Text;
            if (touching && part instanceof Part.Text) {
                parts.add(new Part.Gap());
            }
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    private Part part(LayoutNode node, boolean svg) {
        if (node instanceof TextNode text) {
            return new Part.Text(text.text());
        }
        if (node instanceof IfNode choice) {
            return when(choice, svg);
        }
        if (node instanceof ForNode loop) {
            return new Part.Each(loop, block(loop.children(), svg));
        }
        Element element = (Element) node;
        Use use = component.uses().get(element.number());
        if (use != null) {
            return child(use);
        }
        return TableRows.isSlot(element) ? slot(element, parts(element.children(), svg)) : element(element, svg);
    }

    private Part when(IfNode choice, boolean svg) {
        List<Part.Branch> branches = new ArrayList<>();
        choice.branches()
                .forEach(branch -> branches.add(new Part.Branch(branch.condition(), block(branch.children(), svg))));
        if (!choice.otherwise().isEmpty()) {
            branches.add(new Part.Branch(null, block(choice.otherwise(), svg)));
        }
        return new Part.When(List.copyOf(branches));
    }

    private Part element(Element element, boolean svg) {
        String written = element.tag().text();
        boolean inSvg = svg || written.equals("svg");
        String name = inSvg ? written : htmlName(written);
        List<Attribution> attributes = new ArrayList<>();
        if (written.equals("checkbox") && !inSvg) {
            attributes.add(new Attribution.Fixed("type", "checkbox"));
        }
        attributes.addAll(AttributeLowering.lower(element, inSvg ? "" : name, slotMark(element), component.assets()));
        List<Part> children = children(element, name, inSvg);
        if (name.equals("textarea") && !children.isEmpty()) {
            attributes.add(new Attribution.Property("defaultValue", joined(children)));
            children = List.of();
        }
        return new Part.Tag(
                name,
                inSvg,
                Opening.of(name, mark, attributes),
                List.copyOf(attributes),
                element.events(),
                element.binds(),
                List.copyOf(children));
    }

    private List<Part> children(Element element, String name, boolean svg) {
        boolean insideSvg = svg && !name.equals("foreignObject");
        return name.equals("table") && !svg ? table(element.children()) : parts(element.children(), insideSvg);
    }

    /** A parser wraps rows in a {@code tbody}; so do we. */
    private List<Part> table(List<LayoutNode> nodes) {
        List<Part> parts = new ArrayList<>();
        List<LayoutNode> rows = new ArrayList<>();
        for (LayoutNode node : nodes) {
            if (TableRows.isRow(node, component)) {
                rows.add(node);
                continue;
            }
            endRows(parts, rows);
            boolean slot = node instanceof Element element && TableRows.isSlot(element);
            parts.add(slot ? slot((Element) node, table(((Element) node).children())) : part(node, false));
        }
        endRows(parts, rows);
        return List.copyOf(parts);
    }

    private void endRows(List<Part> parts, List<LayoutNode> rows) {
        if (!rows.isEmpty()) {
            parts.add(tag("tbody", parts(rows, false)));
            rows.clear();
        }
    }

    /** A {@code textarea} has no nodes inside: its texts are one value. */
    private static Template joined(List<Part> children) {
        List<Template.Part> parts = new ArrayList<>();
        for (Part child : children) {
            if (child instanceof Part.Text text) {
                parts.addAll(text.template().parts());
            }
        }
        return new Template(Span.at(0), List.copyOf(parts));
    }

    private static String htmlName(String tag) {
        return switch (tag) {
            case "view" -> "div";
            case "text" -> "span";
            case "checkbox" -> "input";
            default -> tag;
        };
    }

    /** The attribute {@code slot} on a component's child says where the child goes, and is no attribute then. */
    private Set<String> slotMark(Element element) {
        return slotted.contains(element.number()) ? Set.of("slot") : Set.of();
    }

    private Part child(Use use) {
        Set<String> skipped = new HashSet<>(use.props().keySet());
        if (slotted.contains(use.element().number())) {
            skipped.add("slot");
        }
        use.bound().keySet().forEach(skipped::add);
        Map<String, List<LayoutNode>> bySlot = new LinkedHashMap<>();
        for (LayoutNode node : use.element().children()) {
            bySlot.computeIfAbsent(slotOf(node), name -> new ArrayList<>()).add(node);
        }
        Map<String, Part.Block> slots = new LinkedHashMap<>();
        bySlot.forEach((name, nodes) -> slots.put(name, filling(use, name, nodes)));
        List<Attribution> attributes = AttributeLowering.lower(use.element(), "", skipped, component.assets());
        List<Binding.Event> events = use.element().events();
        return new Part.Child(use, List.copyOf(attributes), events, slots);
    }

    /** What fills a slot right in a table is wrapped as if it stood there. */
    private Part.Block filling(Use use, String slot, List<LayoutNode> nodes) {
        return TableRows.holdSlot(slot, use.component()) ? block(table(nodes)) : block(nodes, false);
    }

    private String slotOf(LayoutNode node) {
        if (node instanceof Element element) {
            for (Element.Attribute attribute : element.attributes()) {
                if (attribute.name().text().equals("slot")) {
                    slotted.add(element.number());
                    String name = AttributeLowering.constant(attribute.value());
                    return name == null || name.isEmpty() ? Part.DEFAULT_SLOT : name;
                }
            }
        }
        return Part.DEFAULT_SLOT;
    }

    private static Part slot(Element element, List<Part> fallback) {
        return new Part.Slot(slotName(element), fallback.isEmpty() ? null : block(fallback));
    }

    /** What a {@code slot} is called. */
    static String slotName(Element element) {
        return element.attributes().stream()
                .filter(attribute -> attribute.name().text().equals("name"))
                .map(attribute -> AttributeLowering.constant(attribute.value()))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(Part.DEFAULT_SLOT);
    }
}
