package io.hjx.lang.eval;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.IfNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The conditions and loops between a layout's top and a component use, outermost first. Immutable. */
public sealed interface Around {

    /** A loop. */
    record Loop(ForNode node) implements Around {}

    /** A branch: shown while {@code conditions} are false and then {@code condition}, where there is one, is true. */
    record Branch(List<Expr> conditions, List<Expr> condition) implements Around {}

    /** What is around each element of a layout that {@code wanted} has, by number. */
    static Map<Integer, List<Around>> uses(List<LayoutNode> layout, Set<Integer> wanted) {
        Finder finder = new Finder(wanted);
        finder.walk(layout);
        return finder.found;
    }

    /** The walk. Confined to one thread. */
    final class Finder implements LayoutNode.Visitor<Finder> {

        private final Set<Integer> wanted;
        private final Map<Integer, List<Around>> found = new HashMap<>();
        private List<Around> around = List.of();

        private Finder(Set<Integer> wanted) {
            this.wanted = wanted;
        }

        private void walk(List<LayoutNode> nodes) {
            nodes.forEach(node -> node.accept(this));
        }

        private void walk(Around step, List<LayoutNode> nodes) {
            List<Around> outer = around;
            around = new ArrayList<>(outer);
            around.add(step);
            walk(nodes);
            around = outer;
        }

        @Override
        public Finder visitElement(Element node) {
            if (wanted.contains(node.number())) {
                found.put(node.number(), List.copyOf(around));
            }
            walk(node.children());
            return this;
        }

        @Override
        public Finder visitText(TextNode node) {
            return this;
        }

        @Override
        public Finder visitIf(IfNode node) {
            List<Expr> before = new ArrayList<>();
            for (IfNode.Branch branch : node.branches()) {
                walk(new Branch(List.copyOf(before), List.of(branch.condition())), branch.children());
                before.add(branch.condition());
            }
            walk(new Branch(before, List.of()), node.otherwise());
            return this;
        }

        @Override
        public Finder visitFor(ForNode node) {
            walk(new Loop(node), node.children());
            return this;
        }
    }
}
