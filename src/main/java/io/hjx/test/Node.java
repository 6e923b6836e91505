package io.hjx.test;

import io.hjx.lang.emit.HtmlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of a page at one moment, with its way up. Immutable. */
final class Node {

    /** What stands within a line; the texts of all other elements stand apart. */
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong",
            "sub", "sup", "time", "u", "var");

    private final HtmlNode.Element element;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>();

    Node(HtmlNode.Element element, @Nullable Node parent) {
        this.element = element;
        this.parent = parent;
        for (HtmlNode child : element.children()) {
            if (child instanceof HtmlNode.Element inner) {
                children.add(new Node(inner, this));
            }
        }
    }

    HtmlNode.Element element() {
        return element;
    }

    Object key() {
        return element.key();
    }

    String tag() {
        return element.tag();
    }

    /** The input's kind as HTML has it; empty for what is none. */
    String type() {
        return tag().equals("input") ? element.attributes().getOrDefault("type", "text") : "";
    }

    @Nullable Node parent() {
        return parent;
    }

    List<Node> children() {
        return children;
    }

    @Nullable String attribute(String name) {
        return element.attributes().get(name);
    }

    boolean has(String name) {
        return element.attributes().containsKey(name);
    }

    /** Whether a visitor finds it. */
    boolean isShown() {
        boolean hidden = has("hidden") || "true".equals(attribute("aria-hidden")) || type().equals("hidden");
        return !hidden && (parent == null || parent.isShown());
    }

    boolean isDisabled() {
        return has("disabled") || (parent != null && parent.tag().equals("fieldset") && parent.isDisabled());
    }

    /** It and all below it, in document order. */
    Stream<Node> all() {
        List<Node> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Node> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }

    /** It and all around it, from the inside. */
    Stream<Node> upwards() {
        return Stream.iterate(this, node -> node != null, node -> node.parent).map(Node.class::cast);
    }

    @Nullable Node closest(Predicate<Node> wanted) {
        return upwards().filter(wanted).findFirst().orElse(null);
    }

    Node root() {
        return parent == null ? this : parent.root();
    }

    @Nullable Node byId(String id) {
        return root().all()
                .filter(node -> id.equals(node.attribute("id")))
                .findFirst()
                .orElse(null);
    }

    /** The text that it shows, with white space as a page shows it. */
    String text() {
        StringBuilder text = new StringBuilder();
        write(element, text);
        return collapse(text.toString());
    }

    static String collapse(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static void write(HtmlNode.Element from, StringBuilder out) {
        for (HtmlNode child : from.children()) {
            if (child instanceof HtmlNode.Text text) {
                out.append(text.text());
            } else if (child instanceof HtmlNode.Element inner
                    && !inner.attributes().containsKey("hidden")) {
                boolean apart = !INLINE.contains(inner.tag());
                out.append(apart ? " " : "");
                write(inner, out);
                out.append(apart ? " " : "");
            }
        }
    }
}
