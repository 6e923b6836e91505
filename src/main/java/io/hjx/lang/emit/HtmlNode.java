package io.hjx.lang.emit;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.eval.SiteRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a rendered layout, with what the page says back to the server from it. Immutable. */
public sealed interface HtmlNode {

    /** A text that is not empty. */
    record Text(String text) implements HtmlNode {}

    /**
     * An element.
     *
     * @param key equal for the same element of the layout in the same items, at any time
     * @param tag the name in HTML
     * @param attributes as HTML has them, without those by which styles find their component; an empty value is a bare
     *     attribute
     * @param listeners what the layout does with events
     * @param inputs the names that the element's properties are bound to
     */
    record Element(
            Object key,
            String tag,
            Map<String, String> attributes,
            List<Listener> listeners,
            List<Input> inputs,
            List<HtmlNode> children)
            implements HtmlNode {}

    /** {@code on click.prevent -> save}. */
    record Listener(String event, List<Binding.Modifier> modifiers, SiteRef site) {}

    /**
     * {@code bind value <-> form.name}.
     *
     * @param property {@code value} or {@code checked}
     * @param own the key and the fields of the client's own name that it leads to, as {@code 3:/form.name}; null where
     *     it leads to a shared name, or to an item
     */
    record Input(String property, SiteRef site, @Nullable String own) {}
}
