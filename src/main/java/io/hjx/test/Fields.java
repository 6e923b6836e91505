package io.hjx.test;

import io.hjx.lang.emit.HtmlNode;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a visitor has put into the fields of a page, as long as it is not the server's to say. Confined to one browser.
 *
 * <p>A field's value is a truth value of a checkbox or radio button, a list of the chosen values of a multiple choice,
 * else a text.
 */
final class Fields {

    private final Map<Object, Edit> edits = new HashMap<>();

    /** Counts the changes of what is shown. */
    private int changes;

    /** A value that a visitor has given to a field. */
    private static final class Edit {
        private Value value;
        private int unanswered;

        Edit(Value value) {
            this.value = value;
        }
    }

    /** Rises with each change of what is shown. */
    int changes() {
        return changes;
    }

    void put(Node field, Value value) {
        changes++;
        edits.computeIfAbsent(field.key(), key -> new Edit(value)).value = value;
    }

    /** A bound value is on its way. */
    void sent(Object field) {
        Edit edit = edits.get(field);
        if (edit != null) {
            edit.unanswered++;
        }
    }

    /** The server has answered it: what it says is shown again, but not over what is being typed. */
    void answered(Object field, boolean beingTyped) {
        Edit edit = edits.get(field);
        if (edit != null) {
            edit.unanswered--;
            if (!beingTyped) {
                release(field);
            }
        }
    }

    /** The field is left, or an action about what it held is done. */
    void release(Object field) {
        changes++;
        edits.computeIfPresent(field, (key, edit) -> edit.unanswered > 0 ? edit : null);
    }

    /** The page as the visitor sees it. */
    HtmlNode.Element shownIn(HtmlNode.Element page) {
        return edits.isEmpty() ? page : shown(page);
    }

    private HtmlNode.Element shown(HtmlNode.Element element) {
        Edit edit = edits.get(element.key());
        List<HtmlNode> children = new ArrayList<>();
        for (HtmlNode child : element.children()) {
            children.add(child instanceof HtmlNode.Element inner ? shown(inner) : child);
        }
        Map<String, String> attributes = new LinkedHashMap<>(element.attributes());
        if (edit != null) {
            show(element, edit.value, attributes, children);
        }
        return with(element, attributes, children);
    }

    private static HtmlNode.Element with(
            HtmlNode.Element element, Map<String, String> attributes, List<HtmlNode> children) {
        return new HtmlNode.Element(
                element.key(), element.tag(), attributes, element.listeners(), element.inputs(), children);
    }

    private static void show(
            HtmlNode.Element element, Value value, Map<String, String> attributes, List<HtmlNode> children) {
        switch (element.tag()) {
            case "textarea" -> {
                children.clear();
                children.add(new HtmlNode.Text(Conversions.toShown(value)));
            }
            case "select" -> children.replaceAll(child -> choose(child, texts(value)));
            default -> {
                if (value instanceof BooleanValue) {
                    set(attributes, "checked", value == BooleanValue.TRUE);
                } else {
                    attributes.put("value", Conversions.toShown(value));
                }
            }
        }
    }

    private static HtmlNode choose(HtmlNode node, List<String> chosen) {
        if (!(node instanceof HtmlNode.Element element)) {
            return node;
        }
        List<HtmlNode> children = new ArrayList<>(element.children());
        children.replaceAll(child -> choose(child, chosen));
        Map<String, String> attributes = new LinkedHashMap<>(element.attributes());
        if (element.tag().equals("option")) {
            set(attributes, "selected", chosen.contains(optionValue(new Node(element, null))));
        }
        return with(element, attributes, children);
    }

    private static void set(Map<String, String> attributes, String name, boolean on) {
        if (on) {
            attributes.put(name, "");
        } else {
            attributes.remove(name);
        }
    }

    private static List<String> texts(Value value) {
        return value instanceof ListValue list
                ? list.items().stream().map(Conversions::toShown).toList()
                : List.of(Conversions.toShown(value));
    }

    // ---- reading

    static boolean isField(Node node) {
        return List.of("input", "textarea", "select").contains(node.tag());
    }

    static boolean isCheck(Node field) {
        return field.type().equals("checkbox") || field.type().equals("radio");
    }

    /** The value of a field as an event tells it. */
    static String text(Node field) {
        return switch (field.tag()) {
            case "textarea" -> rawText(field);
            case "select" -> chosen(field).stream().findFirst().orElse("");
            default -> field.element().attributes().getOrDefault("value", isCheck(field) ? "on" : "");
        };
    }

    private static String rawText(Node field) {
        StringBuilder text = new StringBuilder();
        for (HtmlNode child : field.element().children()) {
            text.append(child instanceof HtmlNode.Text part ? part.text() : "");
        }
        return text.toString();
    }

    /** The values of the options that are chosen; a single choice always has one, where there are options. */
    static List<String> chosen(Node select) {
        List<Node> options = options(select);
        List<String> chosen = options.stream()
                .filter(option -> option.has("selected"))
                .map(Fields::optionValue)
                .toList();
        boolean first = chosen.isEmpty() && !select.has("multiple") && !options.isEmpty();
        return first ? List.of(optionValue(options.get(0))) : chosen;
    }

    static List<Node> options(Node select) {
        return select.all().filter(node -> node.tag().equals("option")).toList();
    }

    static String optionValue(Node option) {
        String value = option.attribute("value");
        return value == null ? option.text() : value;
    }

    /** The value of a field as its bound name gets it. */
    static Value bound(Node field, String property) {
        if (property.equals("checked") || field.type().equals("checkbox")) {
            return BooleanValue.of(field.has("checked"));
        }
        if (field.type().equals("number") || field.type().equals("range")) {
            return number(text(field));
        }
        if (field.tag().equals("select") && field.has("multiple")) {
            return ListValue.of(chosen(field).stream().map(StringValue::new).toList());
        }
        return new StringValue(text(field));
    }

    private static Value number(String text) {
        try {
            return new NumberValue(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return NullValue.NULL;
        }
    }
}
