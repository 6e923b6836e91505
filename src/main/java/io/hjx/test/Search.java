package io.hjx.test;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds elements as people do: by what they are and what they are called. Stateless. */
final class Search {

    private static final int MOST_NAMED = 30;

    private Search() {}

    /** What an element is called, for people. */
    static String called(Node node) {
        String name = AccessibleName.of(node);
        String role = Roles.of(node);
        return (role.equals("generic") ? "<" + node.tag() + ">" : role) + (name.isEmpty() ? "" : " \"" + name + "\"");
    }

    static List<Node> byRole(Node area, String role) {
        return shown(area).filter(node -> Roles.of(node).equals(role)).toList();
    }

    static Node byRole(Node area, String role, String name, Browser browser) {
        List<Node> all = byRole(area, role);
        List<Node> named = all.stream()
                .filter(node -> AccessibleName.of(node).equals(name))
                .toList();
        List<Node> found = named.isEmpty()
                ? all.stream().filter(node -> contains(node, name)).toList()
                : named;
        return only(
                found, role + " \"" + name + "\"", area, node -> Roles.of(node).equals(role), browser);
    }

    private static boolean contains(Node node, String text) {
        return node.all().anyMatch(inner -> inner.isShown() && inner.text().equals(text));
    }

    static Node byRole(Node area, String role, Browser browser) {
        return only(byRole(area, role), role, area, node -> !Roles.of(node).equals("generic"), browser);
    }

    /** A control of this name, else what shows this text. */
    static Node toClick(Node area, String name, Browser browser) {
        List<Node> controls = named(area, name, Roles::isControl);
        List<Node> found = controls.isEmpty() ? showing(area, name) : controls;
        return only(found, "element \"" + name + "\"", area, Roles::isControl, browser);
    }

    /** A field of this name. */
    static Node field(Node area, String name, Predicate<Node> kind, Browser browser) {
        return only(named(area, name, kind), "field \"" + name + "\"", area, kind, browser);
    }

    private static List<Node> named(Node area, String name, Predicate<Node> kind) {
        return shown(area)
                .filter(node -> kind.test(node) && AccessibleName.of(node).equals(name))
                .toList();
    }

    /** The innermost elements that show exactly this text. */
    private static List<Node> showing(Node area, String text) {
        return shown(area)
                .filter(node -> node.text().equals(text))
                .filter(node ->
                        node.children().stream().noneMatch(child -> child.text().equals(text)))
                .toList();
    }

    /** {@code output}, {@code #total} or {@code .name}: by tag or role, id, or class. */
    static Node bySelector(Node area, String selector, Browser browser) {
        Predicate<Node> wanted = selector.startsWith("#")
                ? node -> selector.substring(1).equals(node.attribute("id"))
                : selector.startsWith(".")
                        ? node -> hasClass(node, selector.substring(1))
                        : node -> node.tag().equals(selector) || Roles.of(node).equals(selector);
        return only(shown(area).filter(wanted).toList(), selector, area, node -> true, browser);
    }

    private static boolean hasClass(Node node, String name) {
        String classes = node.attribute("class");
        return classes != null && List.of(classes.strip().split("\\s+", -1)).contains(name);
    }

    private static Stream<Node> shown(Node area) {
        return area.all().filter(Node::isShown);
    }

    private static Node only(List<Node> found, String wanted, Node area, Predicate<Node> kind, Browser browser) {
        if (found.size() == 1) {
            return found.get(0);
        }
        String others = shown(area)
                .filter(kind)
                .map(Search::called)
                .distinct()
                .limit(MOST_NAMED)
                .collect(Collectors.joining(", "));
        String what = found.isEmpty()
                ? "There is no " + wanted + ". There is: " + (others.isEmpty() ? "nothing of that kind" : others) + "."
                : "There are " + found.size() + " of " + wanted + ": search within one of the elements around them.";
        throw new AssertionError(what + browser.describe());
    }
}
