package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.ListSource;
import io.hjx.lang.analyze.Site;
import io.hjx.lang.analyze.Symbol;
import io.hjx.lang.analyze.Use;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.LayoutNode;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Template;
import io.hjx.lang.eval.Around;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what a component does to an ES module: state, computed names, handlers, and what its layout calls, binds and
 * uses, for pages that have no server. Confined to one emission.
 */
public final class ProgramEmitter {

    private final ComponentModel component;
    private final IdentityHashMap<ForNode, String> loops = new IdentityHashMap<>();
    private final Set<String> loopNames = new HashSet<>();
    private final CodeWriter constants = new CodeWriter();
    private final Map<Integer, List<Around>> around;

    private ProgramEmitter(ComponentModel component) {
        this.component = component;
        List<LayoutNode> layout = component.file().layout();
        this.around = Around.uses(
                layout == null ? List.of() : layout, component.uses().keySet());
    }

    /** The module's text with placeholders for its imports, as those of {@link JsEmitter}. */
    public static MappedText emit(ComponentModel component) {
        return MappedText.of(marked(component), Map.of(component.source().path(), component.source()));
    }

    /** The same with its marks. */
    static String marked(ComponentModel component) {
        return Marker.file(component.source()) + new ProgramEmitter(component).write();
    }

    private String write() {
        CodeWriter definition = new CodeWriter();
        definition.line("export default program({").in();
        definition.line("name: " + JsText.string(component.name()) + ",");
        definition.line("source: " + JsText.string(component.source().path()) + ",");
        definition.line("state: " + initial(kind -> !kind.perClient()) + ",");
        definition.line("local: " + initial(Symbol.Kind::perClient) + ",");
        section(definition, "computed", computed());
        section(definition, "places", places());
        section(definition, "handlers", handlers());
        section(definition, "events", events());
        section(definition, "binds", binds());
        section(definition, "uses", uses());
        String loops = StateNames.ofHandlers(component).loops().stream()
                .map(JsText::string)
                .collect(Collectors.joining(", "));
        definition.line("loops: [" + loops + "],");
        definition.out().line("});");
        CodeWriter code = new CodeWriter();
        code.line("// What " + component.name() + " does, compiled from "
                + component.source().path());
        imports(code);
        return code.lines(constants.toString()).lines(definition.toString()).toString();
    }

    private void imports(CodeWriter code) {
        code.line("import { everything as $ } from \"hjx:runtime/local/everything.js\";");
        code.line("import { program, put } from \"hjx:runtime/local/program.js\";");
        component.imports().forEach((alias, imported) -> {
            if (component.uses().values().stream().anyMatch(use -> isOf(use, alias))) {
                code.line("import " + child(alias) + " from \"hjx:program/" + imported.name() + "\";");
            }
        });
        code.line("");
    }

    private static boolean isOf(Use use, String alias) {
        return use.element().tag().text().equals(alias);
    }

    /** What an imported component's program is called in the module. */
    private static String child(String alias) {
        return alias + "$";
    }

    private static void section(CodeWriter code, String name, String members) {
        if (members.isEmpty()) {
            code.line(name + ": {},");
        } else {
            code.line(name + ": {").in().lines(members).out().line("},");
        }
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    // ---- names

    private String initial(Predicate<Symbol.Kind> wanted) {
        String members = component.symbols().values().stream()
                .filter(symbol -> !symbol.kind().computed() && wanted.test(symbol.kind()))
                .map(symbol -> JsText.key(symbol.name()) + ": " + expression(symbol.value(), names(List.of())))
                .collect(Collectors.joining(", "));
        return members.isEmpty() ? "{}" : "{ " + members + " }";
    }

    private String computed() {
        return lines(component.computedOrder().stream()
                .map(name -> component.symbols().get(name))
                .filter(java.util.Objects::nonNull)
                .map(symbol -> Marker.PLACES.at(symbol.span()) + JsText.key(symbol.name()) + ": "
                        + function(symbol.value(), names(List.of())) + ",")
                .toList());
    }

    /** Where the computed names are declared. */
    private String places() {
        return lines(component.computedOrder().stream()
                .map(name -> component.symbols().get(name))
                .filter(java.util.Objects::nonNull)
                .map(symbol -> JsText.key(symbol.name()) + ": " + place(symbol.span()) + ",")
                .toList());
    }

    /** A place in the source as {@code line:column}, for people. */
    private String place(Span span) {
        return JsText.string(component.source().position(span.start()).toString());
    }

    private StateNames names(List<ForNode> around) {
        return StateNames.inside(component, around);
    }

    private static String expression(Expr expr, StateNames names) {
        return JsExpressionEmitter.ofHandlers(names::text).emit(expr);
    }

    private static String function(Expr expr, StateNames names) {
        return "(state) => " + JsText.body(expression(expr, names));
    }

    private String handlers() {
        StateNames names = StateNames.ofHandlers(component);
        return component.handlers().values().stream()
                .map(handler -> HandlerEmitter.emit(handler, names))
                .collect(Collectors.joining());
    }

    // ---- what the layout asks for

    private String events() {
        List<String> lines = new ArrayList<>();
        for (Site site : component.sites()) {
            if (site.binding() instanceof Binding.Event event) {
                JsExpressionEmitter emitter = JsExpressionEmitter.ofHandlers(names(site.loops())::textInEvent);
                String arguments = References.arguments(event.arguments(), emitter::emit);
                lines.add(event.site() + ": { at: " + place(event.span()) + ", handler: "
                        + Marker.PLACES.at(event.handler().span())
                        + JsText.string(event.handler().text()) + ", loops: " + loops(site.loops()) + ", args: "
                        + (arguments.isEmpty() ? "() => []" : "(turn, state) => [" + arguments + "]") + " },");
            }
        }
        return lines(lines);
    }

    private String binds() {
        List<String> lines = new ArrayList<>();
        for (Site site : component.sites()) {
            boolean onUse = component.uses().containsKey(site.element().number());
            if (site.binding() instanceof Binding.Value bind && !onUse) {
                lines.add(bind.site() + ": { at: " + place(bind.span()) + ", loops: " + loops(site.loops()) + ", set: "
                        + References.setter(bind.path(), names(site.loops())::text) + " },");
            }
        }
        return lines(lines);
    }

    private String uses() {
        CodeWriter code = new CodeWriter();
        component.uses().forEach((number, use) -> {
            code.line(number + ": {").in();
            code.line("program: " + child(use.element().tag().text()) + ",");
            code.line("around: [" + around(around.getOrDefault(number, List.of())) + "],");
            section(code, "given", given(use));
            code.out().line("},");
        });
        return code.toString();
    }

    private String given(Use use) {
        StateNames names = names(use.loops());
        Map<String, String> given = new LinkedHashMap<>();
        use.props().forEach((name, attribute) -> given.put(name, "get: (state) => " + value(attribute.value(), names)));
        use.bound().forEach((name, bind) -> given.put(name, References.members(bind.path(), names::text)));
        return lines(given.entrySet().stream()
                .filter(entry -> use.component().symbols().containsKey(entry.getKey()))
                .map(entry -> JsText.key(entry.getKey()) + ": { " + entry.getValue() + " },")
                .toList());
    }

    /** An attribute's value: of a single interpolation its own, else a text. */
    private static String value(Template template, StateNames names) {
        List<Template.Part> parts = template.parts();
        if (parts.size() == 1 && parts.get(0) instanceof Template.Interpolation open) {
            return JsText.body(expression(open.expression(), names));
        }
        StringBuilder text = new StringBuilder("`");
        for (Template.Part part : parts) {
            text.append(
                    part instanceof Template.Literal literal
                            ? JsText.inTemplate(literal.text())
                            : "${$.text(" + expression(((Template.Interpolation) part).expression(), names) + ")}");
        }
        return text.append('`').toString();
    }

    private String around(List<Around> steps) {
        List<String> texts = new ArrayList<>();
        List<ForNode> outer = new ArrayList<>();
        for (Around step : steps) {
            if (step instanceof Around.Loop loop) {
                texts.add(loop(loop.node(), outer));
                outer.add(loop.node());
            } else if (step instanceof Around.Branch branch) {
                texts.add("{ when: (state) => " + condition(branch, names(outer)) + " }");
            }
        }
        return String.join(", ", texts);
    }

    private static String condition(Around.Branch branch, StateNames names) {
        List<String> conditions = new ArrayList<>();
        branch.conditions().forEach(before -> conditions.add("!(" + expression(before, names) + ")"));
        branch.condition().forEach(last -> conditions.add("(" + expression(last, names) + ")"));
        return conditions.isEmpty() ? "true" : String.join(" && ", conditions);
    }

    // ---- loops

    private String loops(List<ForNode> around) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < around.size(); i++) {
            texts.add(loop(around.get(i), around.subList(0, i)));
        }
        return "[" + String.join(", ", texts) + "]";
    }

    /** The constant of a loop, written when it is first asked for. */
    private String loop(ForNode loop, List<ForNode> outer) {
        return loops.computeIfAbsent(loop, node -> {
            String name = fresh(node.item().text() + "Loop");
            write(name, node, names(outer));
            return name;
        });
    }

    private String fresh(String base) {
        String name = base;
        for (int i = 2; !loopNames.add(name); i++) {
            name = base + i;
        }
        return name;
    }

    private void write(String name, ForNode loop, StateNames names) {
        constants.line("const " + name + " = {").in();
        constants.line("item: " + JsText.string(loop.item().text()) + ",");
        constants.line("index: " + JsText.string(loop.index().text()) + ",");
        constants.line("list: " + function(loop.list(), names) + ",");
        if (loop.key() != null) {
            constants.line("key: (state, item, index) => " + JsText.body(key(loop, loop.key(), names)) + ",");
        }
        Path source = ListSource.of(loop.list(), read -> computed(read, names));
        if (source != null && names.text(source.root().text()) != null) {
            constants.line("owner: { " + References.members(source, names::text) + " },");
        }
        constants.out().line("};").line("");
    }

    /** In a key, the loop's own names are what is being asked about. */
    private static String key(ForNode loop, Expr key, StateNames names) {
        Map<String, String> own = new HashMap<>();
        own.put(loop.index().text(), "index");
        own.put(loop.item().text(), "item");
        return JsExpressionEmitter.ofHandlers(name -> own.containsKey(name) ? own.get(name) : names.text(name))
                .emit(key);
    }

    private @Nullable Expr computed(String name, StateNames names) {
        Symbol symbol =
                names.loops().contains(name) ? null : component.symbols().get(name);
        return symbol != null && symbol.kind().computed() ? symbol.value() : null;
    }
}
