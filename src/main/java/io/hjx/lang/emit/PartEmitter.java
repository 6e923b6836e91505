package io.hjx.lang.emit;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Element;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the wiring and the updates of single parts into a {@link BlockEmitter}. */
final class PartEmitter {

    private static final Set<String> LIMITS = Set.of("type", "value", "min", "max", "step");

    private final BlockEmitter block;
    private final JsModule module;

    PartEmitter(BlockEmitter block) {
        this.block = block;
        this.module = block.module();
    }

    /** True where something about a part, or in it, is more than its template. */
    static boolean changes(Part part) {
        if (part instanceof Part.Tag tag) {
            return !tag.events().isEmpty()
                    || !tag.binds().isEmpty()
                    || tag.attributes().stream().anyMatch(given -> !given.inTemplate())
                    || tag.children().stream().anyMatch(PartEmitter::changes);
        }
        if (part instanceof Part.Text text) {
            return !AttributeLowering.isConstant(text.template());
        }
        return !(part instanceof Part.Gap);
    }

    /**
     * Writes a part.
     *
     * @param cursor the expression that reads its first node
     * @return the expression that reads its last node
     */
    String emit(Part part, String cursor) {
        if (part instanceof Part.Tag tag) {
            return tag(tag, cursor);
        }
        if (part instanceof Part.Text text) {
            String node = named("text", cursor);
            Reads reads = new Reads();
            String value = block.text(text.template(), reads);
            set(reads, "text", node, value);
            return node;
        }
        if (part instanceof Part.When when) {
            return when(when, cursor);
        }
        if (part instanceof Part.Each each) {
            return each(each, cursor);
        }
        return part instanceof Part.Child child
                ? new UseEmitter(block, this).emit(child, cursor)
                : slot((Part.Slot) part, cursor);
    }

    /** A variable for a node, unless the expression is one. */
    private String named(String kind, String cursor) {
        if (cursor.matches("\\w+") && !cursor.equals("node")) {
            return cursor;
        }
        String name = block.node(kind);
        block.wire("const " + name + " = " + cursor + ";");
        return name;
    }

    void set(Reads reads, String helper, String node, String rest) {
        String shown = block.shown();
        block.update(reads, shown + " = " + module.helper(helper) + "(" + node + ", " + shown + ", " + rest + ");");
    }

    // ---- elements

    private String tag(Part.Tag tag, String cursor) {
        String node = named(tag.name(), cursor);
        tag.events().forEach(event -> block.listen(node, event));
        List<Attribution.Property> properties = new ArrayList<>();
        Reads limits = new Reads();
        for (Attribution attribution : tag.attributes()) {
            if (attribution instanceof Attribution.Property property) {
                properties.add(property);
            } else if (!attribution.inTemplate()) {
                limits.addAll(limits(attribution, attribution(node, attribution)));
            }
        }
        Reads options = children(tag, node);
        for (Attribution.Property property : properties) {
            limits.addAll(limits(property, property(node, property, options)));
        }
        limits.addAll(options);
        tag.binds().forEach(bind -> bind(node, bind, limits));
        return node;
    }

    /** What a bound control holds depends on these too: a browser drops the value that they do not allow. */
    private static Reads limits(Attribution attribution, Reads reads) {
        return LIMITS.contains(attribution.name()) ? reads : new Reads();
    }

    /** Writes what is inside a tag; the result is what the options of a {@code select} read. */
    private Reads children(Part.Tag tag, String node) {
        if (tag.children().stream().noneMatch(PartEmitter::changes)) {
            return new Reads();
        }
        Walk walk = new Walk(this, node + ".firstChild");
        tag.children().forEach(walk::step);
        return tag.name().equals("select") ? block.readsSoFar() : new Reads();
    }

    /** Writes what a tag is given; the result is what that reads. */
    Reads attribution(String node, Attribution attribution) {
        Reads reads = new Reads();
        if (attribution instanceof Attribution.Fixed fixed) {
            String helper = fixed.inTemplate() ? "attr" : "href";
            set(reads, helper, node, JsText.string(fixed.name()) + ", " + JsText.string(fixed.value()));
        } else if (attribution instanceof Attribution.Dynamic dynamic) {
            String value = block.value(dynamic.value(), reads);
            String helper = dynamic.address() ? "href" : "attr";
            set(reads, helper, node, JsText.string(dynamic.name()) + ", " + value);
        } else if (attribution instanceof Attribution.Classes classes) {
            String value = classes(classes, reads);
            set(reads, "className", node, value);
        } else if (attribution instanceof Attribution.Style style) {
            String value = style.declarations().stream()
                    .map(given -> "[" + JsText.string(given.property()) + ", " + block.text(given.value(), reads) + "]")
                    .collect(Collectors.joining(", "));
            set(reads, "styles", node, "[" + value + "]");
        } else {
            return property(node, (Attribution.Property) attribution, reads);
        }
        return reads;
    }

    String classes(Attribution.Classes classes, Reads reads) {
        String fixed = String.join(" ", classes.fixed());
        if (classes.attribute() == null && classes.toggles().size() == 1) {
            Element.ClassToggle toggle = classes.toggles().get(0);
            String name = toggle.name().text();
            String on = JsText.string(fixed.isEmpty() ? name : fixed + " " + name);
            String condition = JsText.operand(block.expression(toggle.condition(), reads));
            return condition + " ? " + on + " : " + JsText.string(fixed);
        }
        List<String> arguments = new ArrayList<>();
        if (!fixed.isEmpty()) {
            arguments.add(JsText.string(fixed));
        }
        if (classes.attribute() != null) {
            arguments.add(block.value(classes.attribute(), reads));
        }
        for (Element.ClassToggle toggle : classes.toggles()) {
            String condition = JsText.operand(block.expression(toggle.condition(), reads));
            arguments.add(condition + " ? " + JsText.string(toggle.name().text()) + " : \"\"");
        }
        return module.helper("classes") + "(" + String.join(", ", arguments) + ")";
    }

    private Reads property(String node, Attribution.Property property, Reads options) {
        Reads reads = new Reads();
        reads.addAll(options);
        String value = block.value(property.value(), reads);
        set(reads, "property", node, JsText.string(property.name()) + ", " + value);
        return reads;
    }

    /** @param limits what decides beside the path what the control holds */
    private void bind(String node, Binding.Value bind, Reads limits) {
        String name = block.node("bind");
        Reads reads = new Reads();
        String value = block.expression(BoundPath.expression(bind.path()), reads);
        reads.addAll(limits);
        String path = plainPath(bind.path());
        block.wire("const " + name + " = " + Marker.PLACES.at(bind.span()) + module.helper("bind") + "(scope, " + node
                + ", " + bind.site() + ", " + JsText.string(bind.property().text())
                + (path.isEmpty() ? "" : ", " + JsText.string(path)) + ");");
        block.update(reads, name + ".show(" + value + ");");
    }

    /** The path as written where it leads from a name of the component through fields; else nothing. */
    String plainPath(Path path) {
        JsScope.Reading root = block.scope().find(path.root().text());
        boolean fields = path.steps().stream().allMatch(step -> step instanceof Path.Field);
        if (root == null || root.scope().loop() != null || !fields) {
            return "";
        }
        StringBuilder text = new StringBuilder(path.root().text());
        path.steps()
                .forEach(step ->
                        text.append('.').append(((Path.Field) step).name().text()));
        return text.toString();
    }

    // ---- blocks

    private String when(Part.When when, String cursor) {
        String name = block.node("when");
        Reads reads = new Reads();
        List<String> blocks = new ArrayList<>();
        StringBuilder pick = new StringBuilder();
        for (Part.Branch branch : when.branches()) {
            BlockEmitter.Emitted emitted = block.inner("branch", branch.block(), block.scope());
            Expr condition = branch.condition();
            if (condition != null) {
                pick.append(JsText.operand(block.expression(condition, reads))).append(" ? ");
            }
            pick.append(blocks.size()).append(condition == null ? "" : " : ");
            blocks.add(emitted.name());
            reads.addAll(emitted.reads());
        }
        boolean open = when.branches().get(when.branches().size() - 1).condition() != null;
        String list = "[" + String.join(", ", blocks) + "]";
        block.wire("const " + name + " = " + module.helper("when") + "(scope, " + cursor + ", " + list + ", () => "
                + pick + (open ? "-1" : "") + ");");
        block.update(reads, name + ".update(dirty);");
        return name + ".end";
    }

    private String each(Part.Each each, String cursor) {
        ForNode loop = each.loop();
        JsScope inside = inside(loop);
        String item = bit(inside, loop.item().text());
        String index = bit(inside, loop.index().text());
        BlockEmitter.Emitted rows = block.inner("item", each.block(), inside);
        String indexBit = rows.reads().has(index) || index.equals(item) ? index : "0";
        if (indexBit.equals("0")) {
            module.bits().drop(index);
        }
        Reads list = new Reads();
        String value = block.expression(loop.list(), list);
        String name = block.node("each");
        String key = "";
        if (loop.key() != null) {
            Reads outer = new Reads();
            key = "  key: (item, index) => " + block.expression(loop.key(), read -> keyName(read, inside, outer))
                    + ",\n";
            list.addAll(outer.without(Set.of(item, index)));
        }
        block.wire("const " + name + " = " + module.helper("each") + "(scope, " + cursor + ", " + rows.name() + ", {\n"
                + "  name: " + JsText.string(loop.item().text()) + ",\n  item: " + item + ",\n  index: " + indexBit
                + ",\n"
                + "  reads: " + list.mask() + ",\n  list: () => " + value + ",\n" + key
                + compared(rows.reads(), Set.of(item, index)) + "});");
        Reads reads = new Reads();
        reads.addAll(list);
        reads.addAll(rows.reads().without(Set.of(item, index)));
        block.update(reads, name + ".update(dirty);");
        return name + ".end";
    }

    /** The names that are compared with the rows' keys, and what the rows read besides. */
    private String compared(Reads rows, Set<String> own) {
        if (rows.compared().isEmpty()) {
            return "";
        }
        String names = rows.compared().stream()
                .map(name -> block.read(name, block.scope(), new Reads()))
                .collect(Collectors.joining(", "));
        return "  compared: () => [" + names + "],\n  others: "
                + rows.others().without(own).mask() + ",\n";
    }

    private static String bit(JsScope scope, String name) {
        return scope.bits().getOrDefault(name, "0");
    }

    private JsScope inside(ForNode loop) {
        Map<String, String> bits = new LinkedHashMap<>();
        int depth = block.scope().depth();
        bits.put(loop.item().text(), module.bits().item(loop.item().text(), depth));
        bits.computeIfAbsent(loop.index().text(), name -> module.bits().index(name, depth));
        String base = loop.item().text() + "Row";
        String row = base;
        for (int i = 2; taken(row); i++) {
            row = base + i;
        }
        return new JsScope(block.scope(), bits, loop, row);
    }

    private boolean taken(String row) {
        for (JsScope outer = block.scope(); outer != null; outer = outer.outer()) {
            if (outer.row().equals(row)) {
                return true;
            }
        }
        return false;
    }

    /** In a key, the loop's own names are what is being asked about. */
    private @Nullable String keyName(String name, JsScope inside, Reads reads) {
        if (inside.bits().containsKey(name)) {
            return name.equals(Objects.requireNonNull(inside.loop()).item().text()) ? "item" : "index";
        }
        return block.read(name, block.scope(), reads);
    }

    private String slot(Part.Slot slot, String cursor) {
        String name = block.node("slot");
        Reads reads = new Reads();
        reads.add(module.helper("SLOT"));
        String fallback = "";
        if (slot.fallback() != null) {
            BlockEmitter.Emitted emitted = block.inner("fallback", slot.fallback(), block.scope());
            fallback = ", " + emitted.name();
            reads.addAll(emitted.reads());
        }
        block.wire("const " + name + " = " + module.helper("slot") + "(scope, " + cursor + ", "
                + JsText.string(slot.name()) + fallback + ");");
        block.update(reads, name + ".update(dirty);");
        return name + ".end";
    }
}
