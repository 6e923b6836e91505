package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Template;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.BudgetExceededException;
import io.hjx.lang.eval.EvaluationException;
import io.hjx.lang.eval.ExpressionEvaluator;
import io.hjx.lang.eval.LoopKeys;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One rendering. Confined to the rendering thread. */
final class HtmlWriter {

    private static final String COMMENT = "<!---->";

    private final Map<String, Part.Block> layouts;
    private final Supplier<Budget> budget;
    private final HtmlRenderer.Failures failures;
    private final StringBuilder out = new StringBuilder(1024);

    /** The values that the {@code select} around shows as chosen, or null outside of one. */
    private @Nullable List<String> chosen;

    HtmlWriter(Map<String, Part.Block> layouts, Supplier<Budget> budget, HtmlRenderer.Failures failures) {
        this.layouts = layouts;
        this.budget = budget;
        this.failures = failures;
    }

    String finish() {
        return out.toString();
    }

    /** Writes the component of a place, whose root takes attributes from outside. */
    void component(Place place, List<Outer> outer) {
        Part.Block layout = layouts.get(place.component().source().path());
        if (layout == null) {
            throw new IllegalStateException("no layout of " + place.component().name());
        }
        block(layout, place, outer);
    }

    /** Attributes that a component's user gives to its root. */
    record Outer(List<Attribution> attributes, Place place) {}

    private void block(Part.Block block, Place place, List<Outer> outer) {
        for (Part part : block.parts()) {
            part(part, place, outer);
        }
    }

    private void parts(List<Part> parts, Place place) {
        for (Part part : parts) {
            part(part, place, List.of());
        }
    }

    private void part(Part part, Place place, List<Outer> outer) {
        if (part instanceof Part.Tag tag) {
            tag(tag, place, outer);
        } else if (part instanceof Part.Text text) {
            text(text.template(), place);
        } else if (part instanceof Part.Gap) {
            out.append(COMMENT);
        } else if (part instanceof Part.Child child) {
            child(child, place, outer);
        } else {
            dynamic(part, place);
            out.append(COMMENT);
        }
    }

    private void dynamic(Part part, Place place) {
        if (part instanceof Part.When when) {
            when(when, place);
        } else if (part instanceof Part.Each each) {
            each(each, place);
        } else if (part instanceof Part.Slot slot) {
            slot(slot, place);
        }
    }

    private void text(Template template, Place place) {
        int start = out.length();
        for (Template.Part part : template.parts()) {
            Html.text(out, shown(part, place));
        }
        if (out.length() == start) {
            out.append(COMMENT);
        }
    }

    private void child(Part.Child child, Place place, List<Outer> outer) {
        List<Outer> all = outer;
        if (!child.attributes().isEmpty()) {
            all = new ArrayList<>();
            all.add(new Outer(child.attributes(), place));
            all.addAll(outer);
        }
        component(place.child(child), all);
    }

    private void when(Part.When when, Place place) {
        for (Part.Branch branch : when.branches()) {
            Expr condition = branch.condition();
            if (condition == null || Conversions.toBoolean(value(condition, place))) {
                block(branch.block(), place, List.of());
                return;
            }
        }
    }

    private void each(Part.Each each, Place place) {
        if (value(each.loop().list(), place) instanceof ListValue list) {
            LoopKeys keys = LoopKeys.of(each.loop(), list, (item, i) -> key(each, place.in(each.loop(), item, i, "")));
            for (int i = 0; i < list.size(); i++) {
                block(each.block(), place.in(each.loop(), list.get(i), i, keys.key(i)), List.of());
            }
        }
    }

    private Value key(Part.Each each, Place item) {
        Expr key = each.loop().key();
        return key == null ? Undefined.UNDEFINED : value(key, item);
    }

    private void slot(Part.Slot slot, Place place) {
        Part.Child use = place.use();
        Part.Block given = use == null ? null : use.slots().get(slot.name());
        Place parent = place.parent();
        if (given != null && parent != null) {
            block(given, parent, List.of());
        } else if (slot.fallback() != null) {
            block(slot.fallback(), place, List.of());
        }
    }

    private void tag(Part.Tag tag, Place place, List<Outer> outer) {
        TagWriter writer = new TagWriter(this, tag, place);
        if (tag.name().equals("option") && chosen != null) {
            option(tag, place, writer, outer, chosen);
            return;
        }
        open(tag, writer, outer, null);
        if (!tag.svg() && Html.isVoid(tag.name())) {
            return;
        }
        content(tag, place, writer);
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

    private void content(Part.Tag tag, Place place, TagWriter writer) {
        switch (tag.name()) {
            case "textarea" -> textarea(writer.content());
            case "select" -> select(tag, place, writer);
            default -> {
                int start = out.length();
                parts(tag.children(), place);
                keepLineFeed(tag.name(), start);
            }
        }
    }

    private void textarea(String content) {
        int start = out.length();
        Html.text(out, content);
        keepLineFeed("textarea", start);
    }

    /** A parser drops a line feed right behind these tags; a second one stays. */
    private void keepLineFeed(String tag, int start) {
        boolean dropped = tag.equals("pre") || tag.equals("textarea") || tag.equals("listing");
        if (dropped && out.length() > start && out.charAt(start) == '\n') {
            out.insert(start, '\n');
        }
    }

    private void select(Part.Tag tag, Place place, TagWriter writer) {
        List<String> around = chosen;
        chosen = writer.chosen();
        parts(tag.children(), place);
        chosen = around;
    }

    /** An option is marked where its value, or without one its text, is among those chosen. */
    private void option(Part.Tag tag, Place place, TagWriter writer, List<Outer> outer, List<String> wanted) {
        String own = writer.value();
        String value = own == null ? optionText(tag, place) : own;
        open(tag, writer, outer, wanted.contains(value));
        parts(tag.children(), place);
        out.append("</option>");
    }

    private String optionText(Part.Tag tag, Place place) {
        StringBuilder text = new StringBuilder();
        for (Part part : tag.children()) {
            if (part instanceof Part.Text shown) {
                text.append(shown(shown.template(), place));
            }
        }
        return text.toString().strip().replaceAll("[ \\t\\n\\f\\r]+", " ");
    }

    // ---- values

    /** The value of an expression, {@code undefined} where it fails. */
    Value value(Expr expr, Place place) {
        try {
            return ExpressionEvaluator.pure().evaluate(expr, place.names(), budget.get());
        } catch (EvaluationException failed) {
            return failed(place, failed.span(), failed.getMessage());
        } catch (BudgetExceededException exceeded) {
            return failed(place, expr.span(), "the binding " + exceeded.getMessage());
        }
    }

    private Value failed(Place place, Span span, @Nullable String message) {
        failures.failed(place.component(), span, message == null ? "has no value" : message);
        return Undefined.UNDEFINED;
    }

    /** The text of a template. */
    String shown(Template template, Place place) {
        List<Template.Part> parts = template.parts();
        if (parts.size() == 1) {
            return shown(parts.get(0), place);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(shown(part, place)));
        return text.toString();
    }

    private String shown(Template.Part part, Place place) {
        if (part instanceof Template.Interpolation open) {
            return Conversions.toShown(value(open.expression(), place));
        }
        return ((Template.Literal) part).text();
    }
}
