package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import java.util.List;

/** Tells what shows rows of a table. */
final class TableRows {

    private TableRows() {}

    /** True for a {@code tr}, a component whose root is one, and a condition or loop around such. */
    static boolean isRow(LayoutNode node, ComponentModel component) {
        if (node instanceof IfNode choice) {
            return choice.branches().stream().anyMatch(branch -> anyRow(branch.children(), component))
                    || anyRow(choice.otherwise(), component);
        }
        if (node instanceof ForNode loop) {
            return anyRow(loop.children(), component);
        }
        return node instanceof Element element && isRow(element, component);
    }

    private static boolean isRow(Element element, ComponentModel component) {
        Use use = component.uses().get(element.number());
        if (use == null) {
            return element.tag().text().equals("tr");
        }
        List<LayoutNode> layout = use.component().file().layout();
        return layout != null && layout.size() == 1 && isRow(layout.get(0), use.component());
    }

    private static boolean anyRow(List<LayoutNode> nodes, ComponentModel component) {
        return nodes.stream().anyMatch(node -> isRow(node, component));
    }
}
