package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element, a component use or a {@code slot}.
 *
 * @param tag the tag or alias as written ({@code view}, {@code Button}, {@code slot})
 * @param number counts all elements of the file in source order from 0; a component use is known by it on the wire
 * @param classes the classes on the tag, without the leading dots
 */
public record Element(
        Span span,
        Name tag,
        int number,
        @Nullable Name id,
        List<Name> classes,
        List<Attribute> attributes,
        List<ClassToggle> toggles,
        List<Binding.Event> events,
        List<Binding.Value> binds,
        List<LayoutNode> children)
        implements LayoutNode {

    /**
     * {@code name="text {{expr}}"}, {@code name=3}, {@code name: expr} or a bare {@code name}.
     *
     * @param value the value; a bare name and {@code name=true} have the literal {@code true} as a single
     *     interpolation, {@code name=3} the number, so that only strings are text parts
     */
    public record Attribute(Span span, Name name, Template value) implements Node {}

    /** {@code class done: todo.done}. */
    public record ClassToggle(Span span, Name name, Expr condition) implements Node {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitElement(this);
    }
}
