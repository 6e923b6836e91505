package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Template;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Single elements: their tag, their attributes, what is bound on them. */
record ElementChecks(ImportTable imports, Report report) {

    private static final Set<String> BOUND_ELEMENTS = Set.of("input", "textarea", "select", "checkbox");

    void check(LayoutScan.Placed placed) {
        Element element = placed.element();
        checkTag(element, placed.inSvg());
        checkVoid(element);
        if (!element.attributes().isEmpty()) {
            checkAttributes(element);
        }
        if (!element.binds().isEmpty()) {
            checkBinds(element);
        }
    }

    private void checkTag(Element element, boolean svg) {
        Name tag = element.tag();
        String text = tag.text();
        if (imports.has(text) || text.isEmpty()) {
            return;
        }
        if (HtmlElements.refused(text)) {
            report.add(DiagnosticCode.REFUSED_TAG, tag.span(), refusal(text), null, text);
        } else if (!HtmlElements.custom(text)
                && !(svg ? HtmlElements.knownInSvg(text) || text.equals("slot") : HtmlElements.known(text))) {
            String label = svg ? "not an element of SVG" : "neither an element nor imported";
            String help = isWords(element) ? "put text in quotes: `\"" + text + " …\"`" : tagHelp(text, svg);
            report.add(DiagnosticCode.UNKNOWN_TAG, tag.span(), label, help, text);
        }
    }

    /** True for a line of bare words, which reads like a text whose quotes were forgotten. */
    private static boolean isWords(Element element) {
        return !element.attributes().isEmpty()
                && element.children().isEmpty()
                && element.attributes().stream()
                        .allMatch(attribute ->
                                attribute.span().equals(attribute.name().span()));
    }

    private @Nullable String tagHelp(String tag, boolean svg) {
        if (svg ? HtmlElements.known(tag) : HtmlElements.knownInSvg(tag)) {
            return svg ? "put it below a `foreignObject`" : "put it below an `svg`";
        }
        String lower = tag.toLowerCase(Locale.ROOT);
        if (!svg && !lower.equals(tag) && HtmlElements.known(lower) && !imports.has(lower)) {
            return Report.meant(lower);
        }
        Set<String> candidates = new LinkedHashSet<>(imports.names());
        candidates.addAll(HtmlElements.names(svg));
        String near = report.near(tag, candidates);
        return near == null && Character.isUpperCase(tag.charAt(0))
                ? "import it: `" + tag + " from \"./" + tag + ".hjx\"`"
                : Report.meant(near);
    }

    private static String refusal(String tag) {
        return switch (tag) {
            case "script" -> "code belongs to `script:` and `handlers:`";
            case "style" -> "rules belong to `style:`";
            case "base", "link", "meta" -> "belongs to a page's head";
            default -> "would bring in what the component does not control";
        };
    }

    private void checkVoid(Element element) {
        if (!element.children().isEmpty() && HtmlElements.isVoid(element.tag().text())) {
            String tag = element.tag().text();
            String help = "put it behind `" + tag + "`, as deep as it";
            report.add(
                    DiagnosticCode.CHILDREN_OF_VOID,
                    element.children().get(0).span(),
                    "below `" + tag + "`",
                    help,
                    tag);
        }
    }

    private void checkAttributes(Element element) {
        Set<String> seen = new HashSet<>();
        for (Element.Attribute attribute : element.attributes()) {
            String name = attribute.name().text();
            if (name.regionMatches(true, 0, "on", 0, 2)
                    && !imports.declares(element.tag().text(), name)) {
                String word = name.substring(name.startsWith("on:") ? 3 : 2).toLowerCase(Locale.ROOT);
                String event = word.isEmpty() ? "click" : word;
                String help = "write `on " + event + " -> handler`";
                report.add(DiagnosticCode.REFUSED_ATTRIBUTE, attribute.name().span(), "", help, name);
            } else if (!seen.add(name) && !name.equals("class")) {
                report.add(DiagnosticCode.REPEATED_ATTRIBUTE, attribute.name().span(), "", null, name);
            }
            checkForeign(element, attribute);
        }
    }

    /** A custom element or a component may know any attribute; a colon without a value is reported as such. */
    private void checkForeign(Element element, Element.Attribute attribute) {
        String tag = element.tag().text();
        boolean bare = attribute.span().equals(attribute.name().span());
        String name = attribute.name().text();
        if (HtmlElements.custom(tag) || imports.declares(tag, name) || (bare && name.indexOf(':') >= 0)) {
            return;
        }
        String help = ForeignAttributes.help(name);
        if (help != null) {
            String label = "known to another framework";
            report.add(DiagnosticCode.FOREIGN_ATTRIBUTE, attribute.name().span(), label, help, name);
        }
    }

    /** A property is bound once, and a component's name is either given or bound. */
    private void checkBinds(Element element) {
        Set<String> seen = new HashSet<>();
        boolean use = imports.has(element.tag().text());
        if (use) {
            element.attributes().forEach(attribute -> seen.add(attribute.name().text()));
        }
        for (Binding.Value bind : element.binds()) {
            if (!use) {
                checkBind(element, bind);
            }
            Name property = bind.property();
            if (!seen.add(property.text())) {
                report.add(DiagnosticCode.REPEATED_ATTRIBUTE, property.span(), "", null, property.text());
            }
        }
    }

    private void checkBind(Element element, Binding.Value bind) {
        String property = bind.property().text();
        String tag = element.tag().text();
        if (!BOUND_ELEMENTS.contains(tag) && !HtmlElements.custom(tag)) {
            String label = "`" + tag + "` takes no input";
            report.add(DiagnosticCode.NOT_BINDABLE, bind.property().span(), label, null, property);
        } else if (!property.equals("value") && !property.equals("checked")) {
            String help = "bind `value` or `checked`";
            report.add(DiagnosticCode.NOT_BINDABLE, bind.property().span(), "", help, property);
        } else if ("file".equals(literal(element, "type"))) {
            String label = "files do not travel as state";
            report.add(DiagnosticCode.NOT_BINDABLE, bind.property().span(), label, null, property);
        }
    }

    /** An attribute's text where it is fixed, else null. */
    static @Nullable String literal(Element element, String name) {
        for (Element.Attribute attribute : element.attributes()) {
            if (attribute.name().text().equals(name)
                    && attribute.value().parts().size() == 1
                    && attribute.value().parts().get(0) instanceof Template.Literal literal) {
                return literal.text();
            }
        }
        return null;
    }
}
