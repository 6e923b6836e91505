package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import java.util.List;

/** Tells what shows rows of a table, and where. */
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

    static boolean isSlot(Element element) {
        return element.tag().text().equals("slot");
    }

    /** True where a component has that slot right in a table, or in a condition or loop there. */
    static boolean holdSlot(String name, ComponentModel component) {
        List<LayoutNode> layout = component.file().layout();
        return layout != null && holdSlot(name, layout, false);
    }

    private static boolean holdSlot(String name, List<? extends LayoutNode> nodes, boolean inTable) {
        return nodes.stream().anyMatch(node -> {
            if (node instanceof IfNode choice) {
                return choice.branches().stream().anyMatch(branch -> holdSlot(name, branch.children(), inTable))
                        || holdSlot(name, choice.otherwise(), inTable);
            }
            if (node instanceof ForNode loop) {
                return holdSlot(name, loop.children(), inTable);
            }
            if (!(node instanceof Element element)) {
                return false;
            }
            boolean here =
                    inTable && isSlot(element) && Lowering.slotName(element).equals(name);
            return here
                    || holdSlot(name, element.children(), element.tag().text().equals("table"));
        });
    }

    private static boolean anyRow(List<LayoutNode> nodes, ComponentModel component) {
        return nodes.stream().anyMatch(node -> isRow(node, component));
    }
}
