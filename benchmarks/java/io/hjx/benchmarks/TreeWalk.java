package io.hjx.benchmarks;

import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.TextNode;
import java.util.List;

/**
 * The least that an analysis can do: look at every node of a tree once, read what it is called, and remember it. A
 * large tree does not fit into a processor's caches, and this shows what that alone costs.
 */
final class TreeWalk implements LayoutNode.Visitor<Integer> {

    private TreeWalk() {}

    static int of(ComponentFile file) {
        TreeWalk walk = new TreeWalk();
        int sum = file.state().stream()
                .mapToInt(variable -> variable.name().text().hashCode()
                        + variable.value().span().start())
                .sum();
        return sum + (file.layout() == null ? 0 : walk.nodes(file.layout()));
    }

    private int nodes(List<LayoutNode> nodes) {
        int sum = 0;
        for (LayoutNode node : nodes) {
            sum += node.accept(this);
        }
        return sum;
    }

    @Override
    public Integer visitElement(Element node) {
        int sum = node.tag().text().hashCode()
                + node.classes().size()
                + node.toggles().size();
        for (Element.Attribute attribute : node.attributes()) {
            sum += attribute.name().text().hashCode()
                    + attribute.value().parts().size();
        }
        for (var event : node.events()) {
            sum += event.handler().text().hashCode() + event.arguments().size();
        }
        return sum + nodes(node.children());
    }

    @Override
    public Integer visitText(TextNode node) {
        int sum = 0;
        for (var part : node.text().parts()) {
            sum += part.span().start();
        }
        return sum;
    }

    @Override
    public Integer visitIf(IfNode node) {
        return nodes(node.otherwise());
    }

    @Override
    public Integer visitFor(ForNode node) {
        return nodes(node.children());
    }
}
