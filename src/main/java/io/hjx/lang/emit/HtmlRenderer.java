package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.Frame;
import io.hjx.lang.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the HTML of a component in its present state: the nodes that its module expects to find. Immutable and
 * thread-safe.
 */
public final class HtmlRenderer {

    private final ComponentModel component;
    private final Map<String, Part.Block> layouts;

    private HtmlRenderer(ComponentModel component, Map<String, Part.Block> layouts) {
        this.component = component;
        this.layouts = Map.copyOf(layouts);
    }

    /** Told of each binding that failed; it shows nothing, and the others go on. */
    @FunctionalInterface
    public interface Failures {

        /**
         * @param component the component in whose source the binding stands
         * @param place where it stands
         * @param message a lower-case sentence for the developer
         */
        void failed(ComponentModel component, Span place, String message);
    }

    /** A renderer for a component and all that it imports. */
    public static HtmlRenderer of(ComponentModel component) {
        Map<String, Part.Block> layouts = new HashMap<>();
        collect(component, layouts);
        return new HtmlRenderer(component, layouts);
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
        HtmlWriter writer = new HtmlWriter(layouts, budget, failures);
        writer.component(Place.root(root));
        return writer.finish();
    }
}
