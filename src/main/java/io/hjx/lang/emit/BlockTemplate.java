package io.hjx.lang.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what builds a block's nodes without their changing parts. Confined to one emitter. */
final class BlockTemplate {

    private static final int WIDTH = 100;

    private final JsModule module;

    BlockTemplate(JsModule module) {
        this.module = module;
    }

    /** The expression: an element, or a list of nodes. */
    String of(Part.Block block) {
        if (block.isTag()) {
            return node(block.parts().get(0));
        }
        return list("[", block.parts().stream().map(this::node).toList(), "]");
    }

    private String node(Part part) {
        if (part instanceof Part.Tag tag) {
            return tag(tag);
        }
        if (part instanceof Part.Text text) {
            String fixed = AttributeLowering.constant(text.template());
            return JsText.string(AttributeLowering.isConstant(text.template()) && fixed != null ? fixed : "");
        }
        return module.helper(part instanceof Part.Gap ? "gap" : "hole");
    }

    private String tag(Part.Tag tag) {
        module.helper(tag.svg() ? "shapes" : "elements");
        List<String> arguments = new ArrayList<>();
        arguments.add(JsText.string(tag.name()));
        String attributes = tag.attributes().stream()
                .flatMap(attribution -> attribution instanceof Attribution.Fixed fixed && fixed.inTemplate()
                        ? java.util.stream.Stream.of(JsText.key(fixed.name()) + ": " + JsText.string(fixed.value()))
                        : java.util.stream.Stream.of())
                .collect(Collectors.joining(", "));
        if (!attributes.isEmpty() || !tag.children().isEmpty()) {
            arguments.add(attributes.isEmpty() ? "null" : "{ " + attributes + " }");
        }
        String head = tag.svg() ? "svg(" : "el(";
        if (tag.children().isEmpty()) {
            return head + String.join(", ", arguments) + ")";
        }
        List<String> children = tag.children().stream().map(this::node).toList();
        return list(head + String.join(", ", arguments) + ", ", children, ")");
    }

    /** On one line where it fits, else each item on a line of its own. */
    private static String list(String head, List<String> items, String tail) {
        String flat = head + String.join(", ", items) + tail;
        if (flat.length() <= WIDTH && !flat.contains("\n")) {
            return flat;
        }
        String body = items.stream()
                .map(item -> item.lines().map(line -> "  " + line).collect(Collectors.joining("\n")))
                .collect(Collectors.joining(",\n"));
        return head.stripTrailing() + "\n" + body + ",\n" + tail;
    }
}
