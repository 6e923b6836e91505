package io.hjx.lang.emit;

import io.hjx.lang.ast.Template;
import io.hjx.lang.eval.Budget;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rendering as HTML text. Confined to the rendering thread. */
final class HtmlWriter extends Rendering {

    private static final String COMMENT = "<!---->";

    private final StringBuilder out = new StringBuilder(1024);

    HtmlWriter(Map<String, Part.Block> layouts, Supplier<Budget> budget, HtmlRenderer.Failures failures) {
        super(layouts, budget, failures);
    }

    String finish() {
        return out.toString();
    }

    @Override
    void comment() {
        out.append(COMMENT);
    }

    @Override
    void text(Part.Text text, Place place) {
        int start = out.length();
        for (Template.Part part : text.template().parts()) {
            Html.text(out, shown(part, place));
        }
        if (out.length() == start) {
            comment();
        }
    }

    @Override
    void tag(Part.Tag tag, Place place, List<Outer> outer) {
        TagWriter writer = new TagWriter(this, tag, place);
        open(tag, writer, outer, selected(tag, place, writer));
        if (!tag.svg() && Html.isVoid(tag.name())) {
            return;
        }
        int start = out.length();
        if (tag.name().equals("textarea")) {
            Html.text(out, writer.content());
        } else {
            children(tag, place, writer);
        }
        keepLineFeed(tag.name(), start);
        out.append("</").append(tag.name()).append('>');
    }

    private void open(Part.Tag tag, TagWriter writer, List<Outer> outer, @Nullable Boolean selected) {
        if (outer.isEmpty() && selected == null && writer.eachOnce()) {
            writer.write(out);
        } else {
            out.append(tag.opening().bare());
            writer.attributes(outer, selected).forEach((name, value) -> Html.attribute(out, name, value));
        }
        out.append('>');
    }

    /** A parser drops a line feed right behind these tags; a second one stays. */
    private void keepLineFeed(String tag, int start) {
        boolean dropped = tag.equals("pre") || tag.equals("textarea") || tag.equals("listing");
        if (dropped && out.length() > start && out.charAt(start) == '\n') {
            out.insert(start, '\n');
        }
    }
}
