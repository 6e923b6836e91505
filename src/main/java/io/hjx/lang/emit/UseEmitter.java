package io.hjx.lang.emit;

import io.hjx.lang.analyze.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the wiring and the updates of component uses into a {@link BlockEmitter}. */
final class UseEmitter {

    private final BlockEmitter block;
    private final PartEmitter parts;
    private final JsModule module;

    UseEmitter(BlockEmitter block, PartEmitter parts) {
        this.block = block;
        this.parts = parts;
        this.module = block.module();
    }

    /**
     * Writes a use.
     *
     * @param cursor the expression that reads its place
     * @return the expression that reads its root element
     */
    String emit(Part.Child child, String cursor) {
        Use use = child.use();
        String alias = use.element().tag().text();
        String name = block.node("use");
        Reads reads = new Reads();
        StringBuilder options = new StringBuilder("  number: " + use.element().number() + ",\n");
        options.append(props(use, reads));
        Reads content = new Reads();
        options.append(slots(child, content));
        options.append(given(child));
        block.wire("const " + name + " = " + module.helper("use") + "(scope, " + cursor + ", " + module.imported(alias)
                + ", {\n" + options + "});");
        child.events().forEach(event -> block.listen(name + ".root", event));
        reads.addAll(content);
        reads.add(module.helper("CHILDREN"));
        block.update(reads, name + ".update(dirty);");
        child.attributes().forEach(attribution -> outer(name, attribution));
        return name + ".root";
    }

    private static String given(Part.Child child) {
        List<String> names = child.attributes().stream()
                .map(attribution -> JsText.string(attribution.name()))
                .toList();
        return names.isEmpty() ? "" : "  given: [" + String.join(", ", names) + "],\n";
    }

    private static boolean isClass(Attribution attribution) {
        return attribution instanceof Attribution.Classes
                || (attribution instanceof Attribution.Fixed fixed
                        && fixed.name().equals("class"));
    }

    private void outer(String use, Attribution attribution) {
        if (!isClass(attribution)) {
            parts.attribution(use, attribution);
            return;
        }
        Reads reads = new Reads();
        String value = attribution instanceof Attribution.Classes classes
                ? parts.classes(classes, reads)
                : JsText.string(((Attribution.Fixed) attribution).value());
        parts.set(reads, "outerClass", use, value);
    }

    private String props(Use use, Reads reads) {
        Map<String, String> props = new LinkedHashMap<>();
        use.props().forEach((name, attribute) -> {
            Reads own = new Reads();
            String value = block.value(attribute.value(), own);
            props.put(name, "[" + own.mask() + ", () => " + JsText.body(value) + "]");
            reads.addAll(own);
        });
        use.bound().forEach((name, bind) -> {
            Reads own = new Reads();
            String value = block.expression(BoundPath.expression(bind.path()), own);
            String path = parts.plainPath(bind.path());
            String tied = path.isEmpty() ? "" : ", " + JsText.string(path);
            props.put(name, "[" + own.mask() + ", () => " + JsText.body(value) + tied + "]");
            reads.addAll(own);
        });
        Set<String> shown = use.component().layoutReads();
        String lines = props.entrySet().stream()
                .filter(prop -> shown.contains(prop.getKey()))
                .map(prop -> "    " + prop.getKey() + ": " + prop.getValue() + ",\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "  props: {\n" + lines + "  },\n";
    }

    private String slots(Part.Child child, Reads content) {
        Map<String, String> filled = new LinkedHashMap<>();
        child.slots().forEach((name, filling) -> {
            BlockEmitter.Emitted emitted = block.inner("content", filling, block.scope());
            content.addAll(emitted.reads());
            filled.put(name, emitted.name());
        });
        if (filled.isEmpty()) {
            return "";
        }
        String list = filled.entrySet().stream()
                .map(entry -> JsText.key(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "  slots: { " + list + " },\n" + (content.isEmpty() ? "" : "  reads: " + content.mask() + ",\n");
    }
}
