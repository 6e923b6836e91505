package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.Frame;
import io.hjx.lang.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the HTML of a component in its present state: the nodes that its module expects to find. Immutable and
 * thread-safe.
 */
public final class HtmlRenderer {

    private final ComponentModel component;
    /** By the source's path; made when it is first asked for, and then always the same. */
    private volatile @Nullable Map<String, Part.Block> layouts;

    private HtmlRenderer(ComponentModel component) {
        this.component = component;
    }

    /** Told of each binding that failed; it shows nothing, and the others go on. */
    @FunctionalInterface
    public interface Failures {

        /**
         * Takes note of one failure.
         *
         * @param component the component in whose source the binding stands
         * @param place where it stands
         * @param message a lower-case sentence for the developer
         */
        void failed(ComponentModel component, Span place, String message);
    }

    /** A renderer for a component and all that it imports. */
    public static HtmlRenderer of(ComponentModel component) {
        return new HtmlRenderer(component);
    }

    private Map<String, Part.Block> layouts() {
        Map<String, Part.Block> known = layouts;
        if (known == null) {
            Map<String, Part.Block> made = new HashMap<>();
            collect(component, made);
            known = Map.copyOf(made);
            layouts = known;
        }
        return known;
    }

    private static void collect(ComponentModel component, Map<String, Part.Block> layouts) {
        if (layouts.putIfAbsent(component.source().path(), Lowering.lower(component)) == null) {
            component.imports().values().forEach(imported -> collect(imported, layouts));
        }
    }

    public ComponentModel component() {
        return component;
    }

    /**
     * The component's HTML: one element, without white space around it.
     *
     * @param root the names' values
     * @param budget what each binding may spend
     */
    public String render(Frame root, Supplier<Budget> budget, Failures failures) {
        HtmlWriter writer = new HtmlWriter(layouts(), budget, failures);
        writer.component(Place.root(root), List.of());
        return writer.finish();
    }

    /**
     * The same as a tree, with what the page says back to the server.
     *
     * @param root the names' values
     * @param budget what each binding may spend
     */
    public HtmlNode.Element tree(Frame root, Supplier<Budget> budget, Failures failures) {
        TreeWriter writer = new TreeWriter(layouts(), budget, failures);
        writer.component(Place.root(root), List.of());
        return writer.finish();
    }
}
