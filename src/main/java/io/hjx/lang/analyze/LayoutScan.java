package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Template;
import io.hjx.lang.ast.TextNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One walk through a layout: its elements with the loops around them, and every place that names something. */
final class LayoutScan implements LayoutNode.Visitor<LayoutScan> {

    /**
     * An element with what surrounds it.
     *
     * @param parent the element or component use around it, through conditions and loops; null at the layout's top
     */
    record Placed(Element element, @Nullable Placed parent, List<ForNode> loops, Scope scope) {}

    private final List<Placed> elements = new ArrayList<>();
    private final List<TextNode> texts = new ArrayList<>();
    private final List<ForNode> allLoops = new ArrayList<>();
    private final List<Expr> shown = new ArrayList<>();
    private final List<NameUse> names = new ArrayList<>();
    private final IdentityHashMap<TextNode, Placed> textParents = new IdentityHashMap<>();
    private final Map<Integer, Site> sites = new TreeMap<>();
    private final Map<Integer, Scope> scopes = new TreeMap<>();

    private @Nullable Placed parent;
    private List<ForNode> loops = List.of();
    private Scope scope = Scope.EMPTY;

    private LayoutScan() {}

    static LayoutScan of(List<LayoutNode> layout) {
        LayoutScan scan = new LayoutScan();
        scan.walk(layout);
        return scan;
    }

    /** Every element in source order. */
    List<Placed> elements() {
        return elements;
    }

    List<TextNode> texts() {
        return texts;
    }

    /** The element around a text; null at the layout's top. */
    @Nullable Placed parent(TextNode text) {
        return textParents.get(text);
    }

    /** Every loop in source order. */
    List<ForNode> loops() {
        return allLoops;
    }

    /** The expressions that server and browser both evaluate. */
    List<Expr> shown() {
        return shown;
    }

    List<NameUse> names() {
        return names;
    }

    /** The bindings by number. */
    List<Site> sites() {
        return List.copyOf(sites.values());
    }

    /** The loops' names around a binding. */
    Scope scope(int site) {
        return scopes.getOrDefault(site, Scope.EMPTY);
    }

    private void walk(List<LayoutNode> nodes) {
        nodes.forEach(node -> node.accept(this));
    }

    @Override
    public LayoutScan visitElement(Element node) {
        Placed outer = parent;
        Placed placed = new Placed(node, outer, loops, scope);
        elements.add(placed);
        node.attributes().forEach(attribute -> template(attribute.value()));
        node.toggles().forEach(toggle -> read(toggle.condition(), NameUse.Kind.LAYOUT));
        for (Binding.Event event : node.events()) {
            site(event, node);
            event.arguments().forEach(argument -> read(argument, NameUse.Kind.ARGUMENT));
        }
        for (Binding.Value bind : node.binds()) {
            site(bind, node);
            bind(bind.path());
        }
        parent = placed;
        walk(node.children());
        parent = outer;
        return this;
    }

    private void site(Binding binding, Element element) {
        sites.put(binding.site(), new Site(binding, element, loops));
        scopes.put(binding.site(), scope);
    }

    private void bind(Path path) {
        names.add(new NameUse(path.root().text(), path.root().span(), NameUse.Kind.BIND, scope));
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Index index) {
                read(index.index(), NameUse.Kind.LAYOUT);
            }
        }
    }

    @Override
    public LayoutScan visitText(TextNode node) {
        texts.add(node);
        if (parent != null) {
            textParents.put(node, parent);
        }
        template(node.text());
        return this;
    }

    @Override
    public LayoutScan visitIf(IfNode node) {
        for (IfNode.Branch branch : node.branches()) {
            read(branch.condition(), NameUse.Kind.LAYOUT);
            walk(branch.children());
        }
        walk(node.otherwise());
        return this;
    }

    @Override
    public LayoutScan visitFor(ForNode node) {
        allLoops.add(node);
        read(node.list(), NameUse.Kind.LAYOUT);
        List<ForNode> outerLoops = loops;
        Scope outerScope = scope;
        loops = Stream.concat(outerLoops.stream(), Stream.of(node)).toList();
        scope = scope.withLoop(node.item().text(), node.index().text(), node.list());
        if (node.key() != null) {
            read(node.key(), NameUse.Kind.LAYOUT);
        }
        walk(node.children());
        loops = outerLoops;
        scope = outerScope;
        return this;
    }

    private void template(Template template) {
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Interpolation interpolation) {
                read(interpolation.expression(), NameUse.Kind.LAYOUT);
            }
        }
    }

    private void read(Expr expr, NameUse.Kind kind) {
        if (kind == NameUse.Kind.LAYOUT) {
            shown.add(expr);
        }
        FreeNames.each(expr, name -> names.add(new NameUse(name.name(), name.span(), kind, scope)));
    }
}
