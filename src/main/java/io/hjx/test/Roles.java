package io.hjx.test;

import java.util.Map;
import java.util.Set;

/** The roles that elements have for assistive technology, as HTML's accessibility mapping says. Stateless. */
final class Roles {

    private static final String NONE = "generic";

    private static final Map<String, String> BY_TAG = Map.ofEntries(
            Map.entry("article", "article"),
            Map.entry("aside", "complementary"),
            Map.entry("blockquote", "blockquote"),
            Map.entry("button", "button"),
            Map.entry("caption", "caption"),
            Map.entry("code", "code"),
            Map.entry("datalist", "listbox"),
            Map.entry("details", "group"),
            Map.entry("dialog", "dialog"),
            Map.entry("fieldset", "group"),
            Map.entry("figure", "figure"),
            Map.entry("footer", "contentinfo"),
            Map.entry("form", "form"),
            Map.entry("h1", "heading"),
            Map.entry("h2", "heading"),
            Map.entry("h3", "heading"),
            Map.entry("h4", "heading"),
            Map.entry("h5", "heading"),
            Map.entry("h6", "heading"),
            Map.entry("header", "banner"),
            Map.entry("hr", "separator"),
            Map.entry("li", "listitem"),
            Map.entry("main", "main"),
            Map.entry("menu", "list"),
            Map.entry("meter", "meter"),
            Map.entry("nav", "navigation"),
            Map.entry("ol", "list"),
            Map.entry("optgroup", "group"),
            Map.entry("option", "option"),
            Map.entry("output", "status"),
            Map.entry("p", "paragraph"),
            Map.entry("progress", "progressbar"),
            Map.entry("section", "region"),
            Map.entry("summary", "button"),
            Map.entry("table", "table"),
            Map.entry("tbody", "rowgroup"),
            Map.entry("td", "cell"),
            Map.entry("textarea", "textbox"),
            Map.entry("tfoot", "rowgroup"),
            Map.entry("thead", "rowgroup"),
            Map.entry("time", "time"),
            Map.entry("tr", "row"),
            Map.entry("ul", "list"));

    private static final Map<String, String> BY_TYPE = Map.of(
            "button", "button",
            "submit", "button",
            "reset", "button",
            "image", "button",
            "checkbox", "checkbox",
            "radio", "radio",
            "range", "slider",
            "number", "spinbutton",
            "search", "searchbox");

    private static final Set<String> CONTROLS = Set.of(
            "button",
            "checkbox",
            "combobox",
            "link",
            "listbox",
            "menuitem",
            "menuitemcheckbox",
            "menuitemradio",
            "option",
            "radio",
            "searchbox",
            "slider",
            "spinbutton",
            "switch",
            "tab",
            "textbox",
            "treeitem");

    private static final Set<String> TYPED = Set.of("textbox", "searchbox", "spinbutton", "combobox", "slider");

    private Roles() {}

    /** The element's role; {@code generic} for one that means nothing by itself. */
    static String of(Node node) {
        String given = node.attribute("role");
        if (given != null && !given.isBlank()) {
            return given.strip().split("\\s+", -1)[0];
        }
        return switch (node.tag()) {
            case "a", "area" -> node.has("href") ? "link" : NONE;
            case "img" -> "".equals(node.attribute("alt")) ? "presentation" : "img";
            case "input" -> input(node);
            case "select" -> node.has("multiple") || node.has("size") ? "listbox" : "combobox";
            case "th" -> "row".equals(node.attribute("scope")) ? "rowheader" : "columnheader";
            default -> BY_TAG.getOrDefault(node.tag(), NONE);
        };
    }

    private static String input(Node node) {
        String role = BY_TYPE.getOrDefault(node.type(), "textbox");
        return role.equals("textbox") && node.has("list") ? "combobox" : role;
    }

    /** Whether a visitor does something with it. */
    static boolean isControl(Node node) {
        return CONTROLS.contains(of(node));
    }

    /** Whether a visitor types into it. */
    static boolean isTyped(Node node) {
        return TYPED.contains(of(node))
                && (node.tag().equals("input") || node.tag().equals("textarea"));
    }
}
