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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a layout, which collects every place that names something. Whoever looks at single elements and
 * texts does so on the way: of a large tree, what was just looked at is the cheapest to look at again.
 */
final class LayoutScan implements LayoutNode.Visitor<LayoutScan> {

    /**
     * An element with what surrounds it.
     *
     * @param parent the element or component use around it, through conditions and loops; null at the layout's top
     * @param inSvg true below {@code svg}, up to a {@code foreignObject}, which holds HTML again
     */
    record Placed(Element element, @Nullable Placed parent, List<ForNode> loops, Scope scope, boolean inSvg) {

        /** True where what stands directly in the element is SVG. */
        boolean holdsSvg() {
            return switch (element.tag().text()) {
                case "svg" -> true;
                case "foreignObject" -> false;
                default -> inSvg;
            };
        }
    }

    /** A text with the element around it; null at the layout's top. */
    record PlacedText(TextNode text, @Nullable Placed parent) {}

    /** Looks at the nodes on the way, parents before children. */
    interface Onlooker {

        void element(Placed placed);

        default void text(PlacedText placed) {}
    }

    private final Onlooker onlooker;
    private final List<ForNode> allLoops = new ArrayList<>();
    private final List<Expr> shown = new ArrayList<>();
    private final List<Expr> arguments = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<NameUse> names = new ArrayList<>();
    private final List<Site> sites = new ArrayList<>();
    private final Map<Integer, Scope> scopes = new HashMap<>();

    private @Nullable Placed parent;
    private List<ForNode> loops = List.of();
    private Scope scope = Scope.EMPTY;

    private LayoutScan(Onlooker onlooker) {
        this.onlooker = onlooker;
    }

    static LayoutScan of(List<LayoutNode> layout, Onlooker onlooker) {
        LayoutScan scan = new LayoutScan(onlooker);
        scan.walk(layout);
        scan.sites.sort(Comparator.comparingInt(site -> site.binding().site()));
        return scan;
    }

    /** Every loop in source order. */
    List<ForNode> loops() {
        return allLoops;
    }

    /** The expressions that server and browser both evaluate. */
    List<Expr> shown() {
        return shown;
    }

    /** What is handed to handlers, which the server alone evaluates. */
    List<Expr> arguments() {
        return arguments;
    }

    List<Choice> choices() {
        return choices;
    }

    List<NameUse> names() {
        return names;
    }

    /** The bindings by number. */
    List<Site> sites() {
        return Collections.unmodifiableList(sites);
    }

    /** The loops' names around a binding. */
    Scope scope(int site) {
        return scopes.getOrDefault(site, Scope.EMPTY);
    }

    private void walk(List<LayoutNode> nodes) {
        for (LayoutNode node : nodes) {
            node.accept(this);
        }
    }

    @Override
    public LayoutScan visitElement(Element node) {
        Placed outer = parent;
        Placed placed = new Placed(node, outer, loops, scope, outer != null && outer.holdsSvg());
        onlooker.element(placed);
        for (Element.Attribute attribute : node.attributes()) {
            template(attribute.value());
        }
        for (Element.ClassToggle toggle : node.toggles()) {
            read(toggle.condition(), NameUse.Kind.LAYOUT);
        }
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
        sites.add(new Site(binding, element, loops));
        if (!loops.isEmpty()) {
            scopes.put(binding.site(), scope);
        }
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
        onlooker.text(new PlacedText(node, parent));
        template(node.text());
        return this;
    }

    @Override
    public LayoutScan visitIf(IfNode node) {
        choices.add(new Choice(
                node.branches().stream().map(IfNode.Branch::condition).toList()));
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
        (kind == NameUse.Kind.LAYOUT ? shown : arguments).add(expr);
        FreeNames.each(
                expr,
                (name, parameters) ->
                        names.add(new NameUse(name.name(), name.span(), kind, scope.withParameters(parameters))));
    }
}
