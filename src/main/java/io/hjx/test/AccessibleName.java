package io.hjx.test;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What assistive technology calls an element: the accessible name, in the order of the standard. Stateless. */
final class AccessibleName {

    private static final Set<String> LABELED =
            Set.of("button", "input", "meter", "output", "progress", "select", "textarea");

    private static final Set<String> FROM_CONTENT = Set.of(
            "button",
            "cell",
            "checkbox",
            "columnheader",
            "heading",
            "link",
            "menuitem",
            "menuitemcheckbox",
            "menuitemradio",
            "option",
            "radio",
            "row",
            "rowheader",
            "switch",
            "tab",
            "tooltip",
            "treeitem");

    /** Where names come from: the first that is not blank counts. */
    private static final List<Function<Node, @Nullable String>> SOURCES = List.of(
            AccessibleName::referred,
            node -> node.attribute("aria-label"),
            AccessibleName::label,
            AccessibleName::own,
            AccessibleName::content,
            node -> node.attribute("title"),
            node -> node.attribute("placeholder"));

    private AccessibleName() {}

    /** The name; empty for an element that has none. */
    static String of(Node node) {
        return SOURCES.stream()
                .map(source -> source.apply(node))
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .map(Node::collapse)
                .orElse("");
    }

    private static @Nullable String content(Node node) {
        return FROM_CONTENT.contains(Roles.of(node)) ? node.text() : null;
    }

    private static @Nullable String referred(Node node) {
        String ids = node.attribute("aria-labelledby");
        return ids == null
                ? null
                : Stream.of(ids.strip().split("\\s+", -1))
                        .map(node::byId)
                        .map(found -> found == null ? "" : found.text())
                        .collect(Collectors.joining(" "));
    }

    private static @Nullable String label(Node node) {
        if (!LABELED.contains(node.tag())) {
            return null;
        }
        Node around = node.closest(outer -> outer.tag().equals("label"));
        if (around != null) {
            return around.text();
        }
        String id = node.attribute("id");
        return id == null
                ? null
                : node.root()
                        .all()
                        .filter(label -> label.tag().equals("label") && id.equals(label.attribute("for")))
                        .map(Node::text)
                        .findFirst()
                        .orElse(null);
    }

    /** What the element's kind says. */
    private static @Nullable String own(Node node) {
        return switch (node.tag()) {
            case "img", "area" -> node.attribute("alt");
            case "input" ->
                Set.of("button", "submit", "reset").contains(node.type())
                        ? node.attribute("value")
                        : node.attribute("alt");
            case "fieldset" -> text(node, "legend");
            case "figure" -> text(node, "figcaption");
            case "table" -> text(node, "caption");
            default -> null;
        };
    }

    private static @Nullable String text(Node node, String tag) {
        return node.children().stream()
                .filter(child -> child.tag().equals(tag))
                .map(Node::text)
                .findFirst()
                .orElse(null);
    }
}
