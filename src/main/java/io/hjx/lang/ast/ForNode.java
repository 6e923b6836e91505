package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code for (item, i in list key item.id): …}.
 *
 * @param index the name of the position; {@code index}, with an empty span, where the source names none
 * @param key the key expression, or null: items with an {@code id} are keyed by it, others by position
 */
public record ForNode(
        Span span,
        Name item,
        Name index,
        Expr list,
        @Nullable Expr key,
        List<LayoutNode> children) implements LayoutNode {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitFor(this);
    }
}
