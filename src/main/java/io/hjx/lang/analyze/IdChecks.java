package io.hjx.lang.analyze;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.TextNode;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds ids that two elements of a page have at the same time. Confined to the compiling thread.
 *
 * <p>Two elements are there together for certain where every condition, loop and slot around the one is around the
 * other as well. Where it takes luck, nothing is said.
 */
final class IdChecks implements LayoutNode.Visitor<IdChecks> {

    /** What may or may not be shown: a branch, a loop's body, what stands in a slot. Known by its identity. */
    private static final class Part {
        private final @Nullable Part outer;

        Part(@Nullable Part outer) {
            this.outer = outer;
        }
    }

    /** Where an id stands, by the part that it stands in, and by the parts around that. */
    private record Places(Map<Part, Span> in, Map<Part, Span> below) {}

    private final ImportTable imports;
    private final Report report;
    private final Map<String, Places> places = new HashMap<>();
    private Part part = new Part(null);
    private @Nullable ForNode loop;

    private IdChecks(ImportTable imports, Report report) {
        this.imports = imports;
        this.report = report;
    }

    static void check(List<LayoutNode> layout, ImportTable imports, Report report) {
        new IdChecks(imports, report).walk(layout);
    }

    /** False where an element certainly has no id; most layouts have few. */
    static boolean mayHaveId(Element element) {
        return element.id() != null || attribute(element) != null;
    }

    private void walk(List<LayoutNode> nodes) {
        nodes.forEach(node -> node.accept(this));
    }

    private void walkPart(List<LayoutNode> nodes) {
        Part outer = part;
        part = new Part(outer);
        walk(nodes);
        part = outer;
    }

    @Override
    public IdChecks visitElement(Element node) {
        Element.Attribute attribute = imports.declares(node.tag().text(), "id") ? null : attribute(node);
        if (node.id() != null) {
            add(node.id().text(), node.id().span());
            if (attribute != null) {
                report.add(DiagnosticCode.REPEATED_ID, attribute.span(), "", "leave one of them out");
            }
        } else if (attribute != null) {
            String id = ElementChecks.literal(node, "id");
            if (id != null) {
                add(id, attribute.span());
            }
        }
        String tag = node.tag().text();
        if (imports.has(tag) || tag.equals("slot")) {
            walkPart(node.children());
        } else {
            walk(node.children());
        }
        return this;
    }

    /** The attribute that gives the id; a component may take it as a prop instead. */
    private static Element.@Nullable Attribute attribute(Element node) {
        for (Element.Attribute attribute : node.attributes()) {
            if (attribute.name().text().equals("id")) {
                return attribute;
            }
        }
        return null;
    }

    private void add(String id, Span span) {
        if (loop != null) {
            String help = "make it differ: `id=\"" + id + "-{{" + loop.index() + "}}\"`";
            report.add(DiagnosticCode.ID_IN_LOOP, span, "each item's element gets it", help, id);
        }
        Places known = places.computeIfAbsent(id, name -> new Places(new IdentityHashMap<>(), new IdentityHashMap<>()));
        Span first = known.below().get(part);
        for (Part at = part; at != null && first == null; at = at.outer) {
            first = known.in().get(at);
        }
        if (first != null) {
            String label = "the first is at " + report.place(first);
            report.add(DiagnosticCode.SHARED_ID, span, label, "give one of them another id", id);
            return;
        }
        known.in().put(part, span);
        for (Part at = part.outer; at != null; at = at.outer) {
            known.below().putIfAbsent(at, span);
        }
    }

    @Override
    public IdChecks visitText(TextNode node) {
        return this;
    }

    @Override
    public IdChecks visitIf(IfNode node) {
        node.branches().forEach(branch -> walkPart(branch.children()));
        walkPart(node.otherwise());
        return this;
    }

    @Override
    public IdChecks visitFor(ForNode node) {
        ForNode outer = loop;
        loop = node;
        walkPart(node.children());
        loop = outer;
        return this;
    }
}
