package io.hjx.lang.emit;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes one block: what builds its template, the walk that finds the nodes that change, and the statements that bring
 * them up to date. Blocks inside are written before it. Confined to one emission.
 */
final class BlockEmitter {

    private final JsModule module;
    private final JsScope scope;
    private final Reads reads = new Reads();
    private final List<String> wiring = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    /** The scopes that are read, by their depth. */
    private final Map<Integer, JsScope> used = new LinkedHashMap<>();

    private int nodes;
    private int shown;

    private BlockEmitter(JsModule module, JsScope scope) {
        this.module = module;
        this.scope = scope;
    }

    /** A block that stands in the module: its name, and what it depends on. */
    record Emitted(String name, Reads reads) {}

    private record Statement(Reads reads, String text) {}

    static Emitted emit(String name, Part.Block block, JsModule module, JsScope scope) {
        BlockEmitter emitter = new BlockEmitter(module, scope);
        module.add(emitter.write(name, block));
        return new Emitted(name, emitter.reads);
    }

    Emitted inner(String kind, Part.Block block, JsScope inside) {
        return emit(module.blockName(kind), block, module, inside);
    }

    JsModule module() {
        return module;
    }

    JsScope scope() {
        return scope;
    }

    // ---- the block

    private String write(String name, Part.Block block) {
        String template = new BlockTemplate(module).of(block);
        String parameter = parameter(block.parts().get(0));
        Walk walk = new Walk(new PartEmitter(this), parameter);
        block.parts().forEach(walk::step);
        String end = block.isTag() ? null : walk.lastNode();
        CodeWriter code = new CodeWriter();
        code.line("const " + name + " = " + module.helper("block") + "(").in();
        String[] lines = ("() => " + template + ",").split("\n", -1);
        for (String line : lines) {
            code.line(line);
        }
        if (!wiring.isEmpty() || !statements.isEmpty() || end != null) {
            code.line("(scope, " + parameter + ") => {").in();
            body(code, end);
            code.out().line("},");
        }
        return code.out().line(");").toString();
    }

    private void body(CodeWriter code, @Nullable String end) {
        head().forEach(code::line);
        wiring.forEach(code::lines);
        if (shown > 0) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= shown; i++) {
                names.add("shown" + i);
            }
            code.line("let " + String.join(", ", names) + ";");
        }
        String open = end == null ? "return " : "return " + module.helper("last") + "(" + end + ", ";
        String close = end == null ? ";" : ");";
        if (statements.isEmpty()) {
            code.line(open + "() => {}" + close);
            return;
        }
        code.line(open + "(dirty) => {").in();
        updates(code);
        code.out().line("}" + close);
    }

    private List<String> head() {
        List<String> lines = new ArrayList<>();
        for (JsScope read : used.values()) {
            if (read.loop() == null) {
                lines.add(0, "const { state } = scope;");
            } else {
                lines.add("const " + read.row() + " = scope" + ".up".repeat(scope.depth() - read.depth()) + ";");
            }
        }
        return lines;
    }

    private void updates(CodeWriter code) {
        for (int i = 0; i < statements.size(); ) {
            Reads condition = statements.get(i).reads();
            int end = i + 1;
            while (end < statements.size() && statements.get(end).reads().equals(condition)) {
                end++;
            }
            if (condition.isEmpty()) {
                module.helper("ALL");
            }
            if (condition.hasRest()) {
                module.helper("rest");
            }
            if (end == i + 1 && !statements.get(i).text().contains("\n")) {
                code.line("if (" + condition.condition() + ") "
                        + statements.get(i).text());
            } else {
                code.line("if (" + condition.condition() + ") {").in();
                statements.subList(i, end).forEach(statement -> code.lines(statement.text()));
                code.out().line("}");
            }
            i = end;
        }
    }

    private String parameter(Part first) {
        return first instanceof Part.Tag tag ? node(tag.name()) : "node";
    }

    // ---- for those who write the parts

    /** A new variable for a node. */
    String node(String kind) {
        String base = kind.replaceAll("[^A-Za-z0-9]", "_");
        boolean digit = Character.isDigit(base.charAt(base.length() - 1));
        return base + (digit ? "_" : "") + ++nodes;
    }

    /** A new variable for what a binding has shown. */
    String shown() {
        return "shown" + ++shown;
    }

    void wire(String line) {
        wiring.add(line);
    }

    /** A statement that runs when one of what it reads has changed. */
    void update(Reads condition, String text) {
        reads.addAll(condition);
        statements.add(new Statement(condition, text));
    }

    /** An expression as JavaScript; what it reads is added to {@code into}. */
    String expression(Expr expr, Reads into) {
        ForNode loop = scope.loop();
        Set<String> compared = loop == null ? Set.of() : KeyComparisons.in(expr, loop);
        return expression(expr, name -> compared.contains(name) ? readCompared(name, into) : read(name, scope, into));
    }

    /** Reads a name that is compared with the key of the loop around. */
    private @Nullable String readCompared(String name, Reads into) {
        JsScope.Reading reading = scope.find(name);
        if (reading == null || reading.scope().loop() != null || reading.bit().equals(Bits.REST)) {
            return read(name, scope, into);
        }
        into.addCompared(reading.bit(), name);
        return read(name, scope, new Reads());
    }

    /** An expression whose names mean what {@code names} says; guarded where it can fail. */
    String expression(Expr expr, Function<String, @Nullable String> names) {
        String text = Marker.PLACES.at(expr.span()) + module.expression(expr, names);
        if (!JsModule.canFail(expr)) {
            return text;
        }
        return module.helper("attempt") + "(" + module.place(expr.span()) + ", () => " + JsText.body(text) + ")";
    }

    @Nullable String read(String name, JsScope from, Reads into) {
        JsScope.Reading reading = from.find(name);
        if (reading == null) {
            return null;
        }
        if (reading.bit().equals(Bits.REST)) {
            into.addRest(name);
        } else {
            into.add(reading.bit());
        }
        used.putIfAbsent(reading.scope().depth(), reading.scope());
        return reading.text();
    }

    /** A template as an expression that yields text. */
    String text(Template template, Reads into) {
        if (template.parts().size() == 1 && template.parts().get(0) instanceof Template.Interpolation open) {
            return module.helper("show") + "(" + expression(open.expression(), into) + ")";
        }
        boolean literal = template.parts().stream().allMatch(part -> part instanceof Template.Literal);
        if (literal) {
            StringBuilder text = new StringBuilder();
            template.parts().forEach(part -> text.append(((Template.Literal) part).text()));
            return JsText.string(text.toString());
        }
        StringBuilder js = new StringBuilder("`");
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal text) {
                js.append(JsText.inTemplate(text.text()));
            } else {
                Expr expr = ((Template.Interpolation) part).expression();
                js.append("${").append(module.helper("show")).append('(');
                js.append(expression(expr, into)).append(")}");
            }
        }
        return js.append('`').toString();
    }

    /** A template as an expression that yields a value: the interpolation's own where there is nothing else. */
    String value(Template template, Reads into) {
        boolean single = template.parts().size() == 1 && template.parts().get(0) instanceof Template.Interpolation;
        return single
                ? expression(((Template.Interpolation) template.parts().get(0)).expression(), into)
                : text(template, into);
    }

    /** Attaches an event's listener to a node. */
    void listen(String node, Binding.Event event) {
        String modifiers = EventModifiers.of(event, module);
        wire(Marker.PLACES.at(event.span()) + module.helper("on") + "(scope, " + node + ", "
                + JsText.string(event.event().text()) + ", " + event.site()
                + (modifiers.isEmpty() ? "" : ", " + modifiers) + ");");
    }

    Reads readsSoFar() {
        Reads copy = new Reads();
        copy.addAll(reads);
        return copy;
    }
}
