package io.hjx.lang.emit;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Template;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.NumberValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what stands on a tag into {@link Attribution}s: what is known now becomes fixed. */
final class AttributeLowering {

    private static final Set<String> CONTROLS = Set.of("input", "textarea", "select");

    private AttributeLowering() {}

    /**
     * The attributions of an element.
     *
     * @param tag the HTML tag; empty for a component use
     * @param skipped the names of attributes that mean something else
     * @param assets see {@link io.hjx.lang.analyze.ComponentModel#assets}
     */
    static List<Attribution> lower(Element element, String tag, Set<String> skipped, Map<Span, String> assets) {
        List<Attribution> result = new ArrayList<>();
        if (element.id() != null && !skipped.contains("id")) {
            result.add(new Attribution.Fixed("id", element.id().text()));
        }
        Attribution classes = skipped.contains("class") ? null : classes(element);
        if (classes != null) {
            result.add(classes);
        }
        for (Element.Attribute attribute : element.attributes()) {
            String name = attribute.name().text();
            String asset = assets.get(attribute.span());
            if (asset != null) {
                result.add(new Attribution.Fixed(name, asset));
            } else if (!skipped.contains(name) && !name.equals("class")) {
                add(result, tag, name, attribute.value());
            }
        }
        return result;
    }

    private static @Nullable Attribution classes(Element element) {
        Template attribute = element.attributes().stream()
                .filter(candidate -> candidate.name().text().equals("class"))
                .map(Element.Attribute::value)
                .findFirst()
                .orElse(null);
        List<String> fixed =
                new ArrayList<>(element.classes().stream().map(Name::text).toList());
        String known = attribute == null ? null : constant(attribute);
        if (known != null) {
            fixed.add(known.strip());
        }
        fixed.removeIf(String::isEmpty);
        Template open = known == null ? attribute : null;
        if (open != null || !element.toggles().isEmpty()) {
            return new Attribution.Classes(List.copyOf(fixed), open, element.toggles());
        }
        return fixed.isEmpty()
                ? null
                : new Attribution.Fixed("class", fixed.stream().collect(Collectors.joining(" ")));
    }

    private static void add(List<Attribution> result, String tag, String name, Template value) {
        if (isProperty(tag, name) && (!isConstant(value) || !tag.equals("input"))) {
            result.add(new Attribution.Property(name, value));
        } else if (name.equalsIgnoreCase("style")) {
            result.add(new Attribution.Style(StyleAttribute.read(value)));
        } else if (!isConstant(value)) {
            result.add(new Attribution.Dynamic(name, value, Safety.isAddress(name)));
        } else {
            String known = constant(value);
            if (known != null && (!Safety.isAddress(name) || Safety.addressAllowed(known))) {
                result.add(new Attribution.Fixed(name, known));
            }
        }
    }

    private static boolean isProperty(String tag, String name) {
        return switch (name) {
            case "value" -> CONTROLS.contains(tag);
            case "checked" -> tag.equals("input");
            case "selected" -> tag.equals("option");
            default -> false;
        };
    }

    /** True where the value is the same for ever. */
    static boolean isConstant(Template template) {
        return template.parts().stream()
                .allMatch(part -> part instanceof Template.Literal
                        || (part instanceof Template.Interpolation open && isLiteral(open.expression())));
    }

    private static boolean isLiteral(Expr expr) {
        return expr instanceof Expr.NumberLiteral
                || expr instanceof Expr.StringLiteral
                || expr instanceof Expr.ConstantLiteral;
    }

    /** The text of a value that is the same for ever, or null where it changes or means no attribute. */
    static @Nullable String constant(Template template) {
        if (!isConstant(template)) {
            return null;
        }
        if (template.parts().size() == 1
                && template.parts().get(0) instanceof Template.Interpolation single
                && single.expression() instanceof Expr.ConstantLiteral word) {
            return word.value() == Expr.Constant.TRUE ? "" : null;
        }
        StringBuilder text = new StringBuilder();
        template.parts().forEach(part -> text.append(literal(part)));
        return text.toString();
    }

    private static String literal(Template.Part part) {
        if (part instanceof Template.Literal literal) {
            return literal.text();
        }
        Expr expr = ((Template.Interpolation) part).expression();
        if (expr instanceof Expr.NumberLiteral number) {
            return Conversions.toText(new NumberValue(number.value()));
        }
        if (expr instanceof Expr.StringLiteral string) {
            return string.value();
        }
        return switch (((Expr.ConstantLiteral) expr).value()) {
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL, UNDEFINED -> "";
        };
    }
}
