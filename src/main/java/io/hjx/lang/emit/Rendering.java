package io.hjx.lang.emit;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Template;
import io.hjx.lang.eval.Budget;
import io.hjx.lang.eval.BudgetExceededException;
import io.hjx.lang.eval.EvaluationException;
import io.hjx.lang.eval.ExpressionEvaluator;
import io.hjx.lang.eval.ItemKey;
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

/**
 * One rendering: the walk through the parts that a layout shows in the present state. What is made of them is its
 * subclass's affair. Confined to the rendering thread.
 */
abstract sealed class Rendering permits HtmlWriter, TreeWriter {

    private final Map<String, Part.Block> layouts;
    private final Supplier<Budget> budget;
    private final HtmlRenderer.Failures failures;

    /** The values that the {@code select} around shows as chosen, or null outside of one. */
    private @Nullable List<String> chosen;

    Rendering(Map<String, Part.Block> layouts, Supplier<Budget> budget, HtmlRenderer.Failures failures) {
        this.layouts = layouts;
        this.budget = budget;
        this.failures = failures;
    }

    /** Takes an element; its {@link #children} are its own to ask for. */
    abstract void tag(Part.Tag tag, Place place, List<Outer> outer);

    /** Takes a text. */
    abstract void text(Part.Text text, Place place);

    /** Takes a comment, by which the module knows a place. */
    abstract void comment();

    /** What a component's user gives to its root. */
    record Outer(List<Attribution> attributes, List<Binding.Event> events, Place place) {}

    /** Renders the component of a place, whose root takes what is given from outside. */
    final void component(Place place, List<Outer> outer) {
        Part.Block layout = layouts.get(place.component().source().path());
        if (layout == null) {
            throw new IllegalStateException("no layout of " + place.component().name());
        }
        block(layout, place, outer);
    }

    /** Renders what is inside an element. */
    final void children(Part.Tag tag, Place place, TagWriter writer) {
        if (!tag.name().equals("select")) {
            parts(tag.children(), place);
            return;
        }
        List<String> around = chosen;
        chosen = writer.chosen();
        parts(tag.children(), place);
        chosen = around;
    }

    /** Whether its {@code select} shows an option as chosen; null for anything else, and where that does not say. */
    final @Nullable Boolean selected(Part.Tag tag, Place place, TagWriter writer) {
        if (chosen == null || !tag.name().equals("option")) {
            return null;
        }
        String own = writer.value();
        return chosen.contains(own == null ? optionText(tag, place) : own);
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
            text(text, place);
        } else if (part instanceof Part.Gap) {
            comment();
        } else if (part instanceof Part.Child child) {
            child(child, place, outer);
        } else {
            dynamic(part, place);
            comment();
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

    private void child(Part.Child child, Place place, List<Outer> outer) {
        List<Outer> all = outer;
        if (!child.attributes().isEmpty() || !child.events().isEmpty()) {
            all = new ArrayList<>();
            all.add(new Outer(child.attributes(), child.events(), place));
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
            String name = each.loop().item().text();
            LoopKeys keys = LoopKeys.of(each.loop(), list, (item, i) -> key(each, place, item, i));
            for (int i = 0; i < list.size(); i++) {
                ItemKey key = new ItemKey(name, keys.key(i), !keys.keyed());
                block(each.block(), place.in(each.loop(), list.get(i), i, key), List.of());
            }
        }
    }

    private Value key(Part.Each each, Place place, Value item, int index) {
        Expr key = each.loop().key();
        return key == null
                ? Undefined.UNDEFINED
                : value(key, place.in(each.loop(), item, index, new ItemKey("", "", true)));
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

    // ---- values

    /** The value of an expression, {@code undefined} where it fails. */
    final Value value(Expr expr, Place place) {
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
    final String shown(Template template, Place place) {
        List<Template.Part> parts = template.parts();
        if (parts.size() == 1) {
            return shown(parts.get(0), place);
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(shown(part, place)));
        return text.toString();
    }

    final String shown(Template.Part part, Place place) {
        if (part instanceof Template.Interpolation open) {
            return Conversions.toShown(value(open.expression(), place));
        }
        return ((Template.Literal) part).text();
    }
}
