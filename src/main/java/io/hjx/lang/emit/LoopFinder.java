package io.hjx.lang.emit;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the loops of a layout. Confined to one thread. */
final class LoopFinder implements LayoutNode.Visitor<LoopFinder> {

    private final List<ForNode> found = new ArrayList<>();

    private LoopFinder() {}

    /** Every loop in source order. */
    static List<ForNode> in(List<LayoutNode> layout) {
        LoopFinder finder = new LoopFinder();
        finder.walk(layout);
        return finder.found;
    }

    private void walk(List<LayoutNode> nodes) {
        nodes.forEach(node -> node.accept(this));
    }

    @Override
    public LoopFinder visitElement(Element node) {
        walk(node.children());
        return this;
    }

    @Override
    public LoopFinder visitText(TextNode node) {
        return this;
    }

    @Override
    public LoopFinder visitIf(IfNode node) {
        node.branches().forEach(branch -> walk(branch.children()));
        walk(node.otherwise());
        return this;
    }

    @Override
    public LoopFinder visitFor(ForNode node) {
        found.add(node);
        walk(node.children());
        return this;
    }
}
