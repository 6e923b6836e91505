package io.hjx.lang.ast;

import io.hjx.lang.source.Span;

/** A text in a layout; it becomes exactly one DOM text node. */
public record TextNode(Span span, Template text) implements LayoutNode {

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitText(this);
    }
}
