package io.hjx.test;

import io.hjx.lang.emit.HtmlNode;
import java.util.Map;
import java.util.Set;

/** Writes a page for people: a line for an element, indented; what is only for machines is left out. Stateless. */
final class HtmlPrinter {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "wbr");

    private HtmlPrinter() {}

    static String print(HtmlNode.Element element) {
        StringBuilder out = new StringBuilder();
        print(element, "", out);
        return out.toString().stripTrailing();
    }

    private static void print(HtmlNode.Element element, String indent, StringBuilder out) {
        out.append(indent).append('<').append(element.tag());
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.append(' ').append(attribute.getKey());
            if (!attribute.getValue().isEmpty()) {
                out.append("=\"")
                        .append(attribute.getValue().replace("\"", "&quot;"))
                        .append('"');
            }
        }
        out.append('>');
        if (VOID.contains(element.tag())) {
            out.append('\n');
            return;
        }
        if (element.children().stream().allMatch(HtmlNode.Text.class::isInstance)) {
            element.children().forEach(text -> out.append(((HtmlNode.Text) text).text()));
        } else {
            out.append('\n');
            element.children().forEach(child -> print(child, indent + "  ", out));
            out.append(indent);
        }
        out.append("</").append(element.tag()).append(">\n");
    }

    private static void print(HtmlNode node, String indent, StringBuilder out) {
        if (node instanceof HtmlNode.Element element) {
            print(element, indent, out);
        } else {
            out.append(indent).append(((HtmlNode.Text) node).text()).append('\n');
        }
    }
}
