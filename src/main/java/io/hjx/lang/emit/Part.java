package io.hjx.lang.emit;

import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Template;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A layout as the document will have it: tags are HTML's, what a parser would add or move is in its place, and the
 * comments that keep texts and blocks apart are there. Immutable.
 *
 * <p>The module and the first HTML are both written from these parts, so that they have the same nodes: a tag, a text,
 * a gap and a child component are one node each; a {@link When}, {@link Each} or {@link Slot} is the nodes that it
 * shows now and one comment behind them.
 */
sealed interface Part {

    /**
     * Nodes that come and go together; never empty, and beginning with something other than a text or another block.
     */
    record Block(List<Part> parts) {

        /** True where the block is exactly one element of this layout. */
        boolean isTag() {
            return parts.size() == 1 && parts.get(0) instanceof Tag;
        }
    }

    /**
     * An element.
     *
     * @param svg true for the elements of an {@code svg}
     * @param opening how its HTML begins
     */
    record Tag(
            String name,
            boolean svg,
            Opening opening,
            List<Attribution> attributes,
            List<Binding.Event> events,
            List<Binding.Value> binds,
            List<Part> children)
            implements Part {}

    /** A text; an empty one is a comment in HTML. */
    record Text(Template template) implements Part {}

    /** A comment that keeps two texts apart, or begins a block that has no other fixed beginning. */
    record Gap() implements Part {}

    /** An {@code if} with its branches. */
    record When(List<Branch> branches) implements Part {}

    /**
     * A branch.
     *
     * @param condition null for {@code else}
     */
    record Branch(@Nullable Expr condition, Block block) {}

    /** A {@code for}. */
    record Each(ForNode loop, Block block) implements Part {}

    /**
     * A component in its place.
     *
     * @param attributes what goes to the child's root element
     * @param slots what fills the child's slots; the unnamed one is {@code default}
     */
    record Child(Use use, List<Attribution> attributes, List<Binding.Event> events, Map<String, Block> slots)
            implements Part {}

    /**
     * A {@code slot}.
     *
     * @param fallback what is shown where nothing fills the slot, or null
     */
    record Slot(String name, @Nullable Block fallback) implements Part {}

    /** The name of the slot that has none. */
    String DEFAULT_SLOT = "default";
}
