package io.hjx.lang.ast;

import io.hjx.lang.source.Span;
import java.util.List;

/**
 * {@code if (a): … else if (b): … else: …}.
 *
 * @param branches in source order, at least one
 * @param otherwise the nodes under {@code else:}; empty without it
 */
public record IfNode(Span span, List<Branch> branches, List<LayoutNode> otherwise) implements LayoutNode {

    /** A condition and what is shown while it is the first true one. */
    public record Branch(Span span, Expr condition, List<LayoutNode> children) implements Node {}

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visitIf(this);
    }
}
