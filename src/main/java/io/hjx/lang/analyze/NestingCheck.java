package io.hjx.lang.analyze;

import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Template;
import io.hjx.lang.ast.TextNode;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds content that an HTML parser would move or drop, so that the page's first HTML and the DOM that the browser
 * makes by itself are the same.
 *
 * <p>The rules are those of the tree construction of the HTML standard (section 13.2.6): start tags that close an open
 * {@code p}, elements that do not nest, and the insertion modes of tables and selects. What a component's slots hold is
 * taken as standing alone.
 */
final class NestingCheck {

    private static final Set<String> CLOSES_P =
            Set.of(("address article aside blockquote center details dialog dd div dl dt fieldset"
                            + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu"
                            + " nav ol p pre search section summary table ul")
                    .split(" "));

    /** Beyond these an open {@code p}, {@code a} or {@code button} is not closed. */
    private static final Set<String> BOUNDARIES =
            Set.of("button", "caption", "table", "td", "th", "template", "svg", "foreignObject");

    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> ROWS = Set.of("tr");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> TABLE_PARTS =
            Set.of("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "template");

    /** What may stand in an element whose content a parser sorts; every other element takes anything. */
    private static final Map<String, Set<String>> CONTENT = Map.of(
            "table", TABLE_PARTS,
            "thead", ROWS,
            "tbody", ROWS,
            "tfoot", ROWS,
            "tr", CELLS,
            "colgroup", Set.of("col", "template"),
            "select", Set.of("option", "optgroup", "hr"),
            "optgroup", Set.of("option", "hr"));

    /** Where the parts of a table may stand; at a layout's top the parent is not known. */
    private static final Map<String, Set<String>> PARENTS = Map.of(
            "caption", Set.of("table"),
            "colgroup", Set.of("table"),
            "col", Set.of("table", "colgroup"),
            "thead", Set.of("table"),
            "tbody", Set.of("table"),
            "tfoot", Set.of("table"),
            "tr", Set.of("table", "thead", "tbody", "tfoot"),
            "td", Set.of("tr"),
            "th", Set.of("tr"));

    private final UseTable uses;
    private final ImportTable imports;
    private final Report report;

    /** Numbers of elements that are reported; what stands in them moves with them. */
    private final BitSet misplaced = new BitSet();

    /** @param uses those of the elements around one are there when it is checked */
    NestingCheck(UseTable uses, ImportTable imports, Report report) {
        this.uses = uses;
        this.imports = imports;
        this.report = report;
    }

    /** To be called for parents before their children. */
    void check(LayoutScan.Placed placed) {
        LayoutScan.Placed parent = placed.parent();
        String tag = tag(placed.element());
        if (parent == null || tag == null) {
            return;
        }
        String parentTag = tag(parent.element());
        if (parentTag == null || isUse(parent.element()) || placed.inSvg()) {
            return;
        }
        Set<String> allowed = CONTENT.get(parentTag);
        Set<String> parents = PARENTS.get(tag);
        if ((allowed != null && !allowed.contains(tag)) || (parents != null && !parents.contains(parentTag))) {
            misplaced(placed, parent.element());
        } else {
            checkAncestors(placed, tag);
        }
    }

    private void checkAncestors(LayoutScan.Placed placed, String tag) {
        boolean direct = true;
        boolean inButtonScope = true;
        for (LayoutScan.Placed at = placed.parent(); at != null; at = at.parent()) {
            String ancestor = tag(at.element());
            if (ancestor == null
                    || isUse(at.element())
                    || misplaced.get(at.element().number())) {
                return;
            }
            boolean closesP = inButtonScope && ancestor.equals("p") && CLOSES_P.contains(tag);
            boolean nested = ancestor.equals(tag) && (tag.equals("a") || tag.equals("button") || tag.equals("form"));
            boolean sameItem = ancestor.equals(tag) && (tag.equals("li") || tag.equals("option"));
            if (closesP || nested || (direct && (sameItem || headingInHeading(tag, ancestor)))) {
                misplaced(placed, at.element());
                return;
            }
            inButtonScope &= !BOUNDARIES.contains(ancestor);
            direct = false;
        }
    }

    private static boolean headingInHeading(String tag, String ancestor) {
        return HEADINGS.contains(tag) && HEADINGS.contains(ancestor);
    }

    void check(LayoutScan.PlacedText placed) {
        LayoutScan.Placed parent = placed.parent();
        TextNode text = placed.text();
        String tag = parent == null ? null : tag(parent.element());
        if (parent != null && tag != null && !isUse(parent.element()) && CONTENT.containsKey(tag) && !blank(text)) {
            report(text.span(), "a text", parent.element());
        }
    }

    private static boolean blank(TextNode text) {
        List<Template.Part> parts = text.text().parts();
        return parts.stream()
                .allMatch(part -> part instanceof Template.Literal literal
                        && literal.text().isBlank());
    }

    private void misplaced(LayoutScan.Placed placed, Element parent) {
        misplaced.set(placed.element().number());
        report(placed.element().tag().span(), "`" + placed.element().tag() + "`", parent);
    }

    private void report(Span span, String what, Element parent) {
        String label = "an HTML parser would move it out of the one at "
                + report.place(parent.tag().span());
        report.add(
                DiagnosticCode.MISPLACED_CONTENT,
                span,
                label,
                null,
                what,
                parent.tag().text());
    }

    private boolean isUse(Element element) {
        return imports.has(element.tag().text());
    }

    /** The element that stands in the page: of a component use its root; null where that is not known. */
    private @Nullable String tag(Element element) {
        String tag = element.tag().text();
        if (!isUse(element)) {
            return tag.equals("slot") ? null : HtmlElements.html(tag);
        }
        Use use = uses.find(element.number());
        return use == null ? null : rootTag(use.component());
    }

    private static @Nullable String rootTag(ComponentModel component) {
        List<LayoutNode> layout = component.file().layout();
        if (layout == null || layout.size() != 1) {
            return layout == null ? null : "div";
        }
        if (!(layout.get(0) instanceof Element root)) {
            return null;
        }
        Use use = component.uses().get(root.number());
        return use != null
                ? rootTag(use.component())
                : HtmlElements.html(root.tag().text());
    }
}
