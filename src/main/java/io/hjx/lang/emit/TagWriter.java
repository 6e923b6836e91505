package io.hjx.lang.emit;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Template;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The attributes of one element as HTML says them. Confined to the rendering thread. */
final class TagWriter {

    private final Rendering rendering;
    private final Part.Tag tag;
    private final Place place;

    TagWriter(Rendering rendering, Part.Tag tag, Place place) {
        this.rendering = rendering;
        this.tag = tag;
        this.place = place;
    }

    /** True where no two things say what an attribute is: then {@link #write} can write each as it comes. */
    boolean eachOnce() {
        return tag.binds().isEmpty() && !tag.name().equals("input");
    }

    /** Appends the beginning of the tag where nothing is given from outside. */
    void write(StringBuilder out) {
        out.append(tag.opening().text());
        List<Attribution> attributes = tag.attributes();
        for (int i = tag.opening().fixed(); i < attributes.size(); i++) {
            Attribution attribution = attributes.get(i);
            String value = value(attribution, place);
            if (value != null) {
                Html.attribute(out, attribution.name(), value);
            }
        }
    }

    /**
     * Names and values in order; an empty value is a bare attribute.
     *
     * @param outer what a component's user gives to its root
     * @param selected for an option of a select that has a value: whether it is chosen
     */
    Map<String, String> attributes(List<Rendering.Outer> outer, @Nullable Boolean selected) {
        Map<String, String> result = new LinkedHashMap<>();
        tag.attributes().forEach(attribution -> add(result, attribution, place));
        tag.binds().forEach(bind -> bind(result, bind));
        if (selected != null) {
            result.remove("selected");
            if (selected) {
                result.put("selected", "");
            }
        }
        for (Rendering.Outer given : outer) {
            given.attributes().forEach(attribution -> addOuter(result, attribution, given.place()));
        }
        return result;
    }

    private void addOuter(Map<String, String> result, Attribution attribution, Place at) {
        if (!attribution.name().equals("class")) {
            add(result, attribution, at);
            return;
        }
        String added = value(attribution, at);
        if (added != null) {
            result.merge("class", added, (own, more) -> own + " " + more);
        }
    }

    private void add(Map<String, String> result, Attribution attribution, Place at) {
        String value = value(attribution, at);
        if (value != null) {
            result.put(attribution.name(), value);
        } else if (attribution instanceof Attribution.Dynamic || attribution instanceof Attribution.Style) {
            result.remove(attribution.name());
        }
    }

    /** What an attribute says, or null where it is left out. */
    private @Nullable String value(Attribution attribution, Place at) {
        if (attribution instanceof Attribution.Fixed fixed) {
            return fixed.value();
        }
        if (attribution instanceof Attribution.Dynamic dynamic) {
            String value = attribute(dynamic.value(), at);
            boolean refused = value != null && dynamic.address() && !Safety.addressAllowed(value);
            return refused ? null : value;
        }
        if (attribution instanceof Attribution.Property property) {
            return property(property, at);
        }
        String value = attribution instanceof Attribution.Classes classes
                ? classes(classes, at)
                : style((Attribution.Style) attribution, at);
        return value.isEmpty() ? null : value;
    }

    /** The attribute's text, or null where a single interpolation removes it. */
    private @Nullable String attribute(Template template, Place at) {
        Value single = single(template, at);
        if (single == null) {
            return rendering.shown(template, at);
        }
        if (Conversions.isNullish(single) || single == BooleanValue.FALSE) {
            return null;
        }
        return single == BooleanValue.TRUE ? "" : Conversions.toShown(single);
    }

    /** The value where the template is nothing but one interpolation, else null. */
    private @Nullable Value single(Template template, Place at) {
        return template.parts().size() == 1 && template.parts().get(0) instanceof Template.Interpolation open
                ? rendering.value(open.expression(), at)
                : null;
    }

    private String classes(Attribution.Classes classes, Place at) {
        StringJoiner names = new StringJoiner(" ");
        classes.fixed().forEach(names::add);
        if (classes.attribute() != null) {
            String given = attribute(classes.attribute(), at);
            if (given != null && !given.isBlank()) {
                names.add(given.strip());
            }
        }
        for (Element.ClassToggle toggle : classes.toggles()) {
            if (Conversions.toBoolean(rendering.value(toggle.condition(), at))) {
                names.add(toggle.name().text());
            }
        }
        return names.toString();
    }

    private String style(Attribution.Style style, Place at) {
        List<String> kept = new ArrayList<>();
        for (Attribution.Declaration declaration : style.declarations()) {
            String value = rendering.shown(declaration.value(), at);
            if (!value.isBlank() && Safety.styleAllowed(value)) {
                kept.add(declaration.property() + ": " + value);
            }
        }
        return String.join("; ", kept);
    }

    private @Nullable String property(Attribution.Property property, Place at) {
        if (tag.name().equals("input") && property.name().equals("value")) {
            return rendering.shown(property.value(), at);
        }
        if (property.name().equals("value") || property.name().equals("defaultValue")) {
            return null;
        }
        Value value = single(property.value(), at);
        return value == null || Conversions.toBoolean(value) ? "" : null;
    }

    private void bind(Map<String, String> result, Binding.Value bind) {
        Value value = value(bind);
        String type = result.getOrDefault("type", "");
        if (!tag.name().equals("input")) {
            return;
        }
        boolean check = bind.property().text().equals("checked") || type.equals("checkbox");
        boolean radio = type.equals("radio") && !check;
        if (check || radio) {
            boolean on = radio
                    ? result.getOrDefault("value", "on").equals(Conversions.toShown(value))
                    : Conversions.toBoolean(value);
            if (on) {
                result.put("checked", "");
            } else {
                result.remove("checked");
            }
        } else {
            String text = Conversions.toShown(value);
            if (!text.isEmpty()) {
                result.put("value", text);
            }
        }
    }

    private Value value(Binding.Value bind) {
        return rendering.value(BoundPath.expression(bind.path()), place);
    }

    /** The text of a {@code textarea}. */
    String content() {
        for (Binding.Value bind : tag.binds()) {
            return Conversions.toShown(value(bind));
        }
        String text = "";
        for (Attribution attribution : tag.attributes()) {
            if (attribution instanceof Attribution.Property property) {
                text = rendering.shown(property.value(), place);
            }
        }
        return text;
    }

    /** The values that a {@code select} shows as chosen; null where it says nothing of them. */
    @Nullable List<String> chosen() {
        Value value = null;
        for (Attribution attribution : tag.attributes()) {
            if (attribution instanceof Attribution.Property property) {
                Value single = single(property.value(), place);
                value = single == null ? Undefined.UNDEFINED : single;
            }
        }
        for (Binding.Value bind : tag.binds()) {
            value = value(bind);
        }
        if (value == null) {
            return null;
        }
        return value instanceof ListValue list
                ? list.items().stream().map(Conversions::toShown).toList()
                : List.of(Conversions.toShown(value == NullValue.NULL ? Undefined.UNDEFINED : value));
    }

    /** An option's own value, or null where its text counts. */
    @Nullable String value() {
        for (Attribution attribution : tag.attributes()) {
            if (attribution instanceof Attribution.Fixed fixed && fixed.name().equals("value")) {
                return fixed.value();
            }
            if (attribution instanceof Attribution.Dynamic dynamic
                    && dynamic.name().equals("value")) {
                return attribute(dynamic.value(), place);
            }
        }
        return null;
    }
}
