package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.analyze.Symbol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a component's layout to an ES module: blocks with the code that adopts or builds them, and brings up to date
 * what depends on a changed name. Stateless and thread-safe.
 */
public final class JsEmitter {

    private final JsModule module;
    private final Map<String, String> bits = new LinkedHashMap<>();

    private JsEmitter(ComponentModel component) {
        this.module = new JsModule(component);
    }

    /** The module's text; its imports are placeholders, see {@link io.hjx.lang.CompiledComponent#module}. */
    public static MappedText emit(ComponentModel component) {
        return MappedText.of(marked(component), Map.of(component.source().path(), component.source()));
    }

    /** The same with its marks. */
    static String marked(ComponentModel component) {
        return Marker.file(component.source()) + new JsEmitter(component).write();
    }

    private String write() {
        ComponentModel component = module.component();
        component.layoutReads().forEach(name -> bits.put(name, module.bits().own(name)));
        JsScope names = new JsScope(null, bits, null, "");
        BlockEmitter.emit("root", Lowering.lower(component), module, names);
        module.helper("component");
        if (bits.containsValue(Bits.REST)) {
            module.helper(Bits.REST);
        }
        String definition = definition();
        CodeWriter code = new CodeWriter();
        code.line("// " + component.name() + ", compiled from "
                + component.source().path());
        imports(code);
        constants(code);
        module.blocks().forEach(block -> code.lines(block).line(""));
        return code.lines(definition).toString();
    }

    private void imports(CodeWriter code) {
        RuntimeModules.of(module.helpers())
                .forEach((file, helpers) ->
                        code.line("import { " + String.join(", ", helpers) + " } from \"hjx:runtime/" + file + "\";"));
        if (module.usesExpressions()) {
            code.line("import * as $ from \"hjx:runtime/" + module.expressionModule() + "\";");
        }
        module.imports()
                .forEach((alias, identifier) ->
                        code.line("import " + identifier + " from \"hjx:component/" + alias + "\";"));
        code.line("");
    }

    private void constants(CodeWriter code) {
        module.bits().declarations().forEach(code::line);
        String mark = JsText.string(ScopeName.of(module.component().source()));
        if (module.helpers().contains("elements")) {
            code.line("const el = elements(" + mark + ");");
        }
        if (module.helpers().contains("shapes")) {
            code.line("const svg = shapes(" + mark + ");");
        }
        code.line("");
    }

    private String definition() {
        ComponentModel component = module.component();
        CodeWriter code = new CodeWriter();
        code.line("export default component({").in();
        code.line("name: " + JsText.string(component.name()) + ",");
        code.line("scope: " + JsText.string(ScopeName.of(component.source())) + ",");
        code.line("state: " + names(symbol -> symbol != null && !symbol.kind().perClient()) + ",");
        code.line("local: " + names(symbol -> symbol == null || symbol.kind().perClient()) + ",");
        code.line("initial: " + initial() + ",");
        code.line("layout: root,");
        return code.out().line("});").toString();
    }

    /** The names of a kind with their bits; built-ins have no symbol. */
    private String names(Predicate<@Nullable Symbol> wanted) {
        Map<String, Symbol> symbols = module.component().symbols();
        return object(bits.entrySet().stream()
                .filter(entry -> wanted.test(symbols.get(entry.getKey())))
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ")));
    }

    private String initial() {
        Map<String, Symbol> symbols = module.component().symbols();
        return object(bits.keySet().stream()
                .filter(name -> symbols.containsKey(name))
                .map(symbols::get)
                .filter(symbol -> symbol != null && !symbol.kind().computed())
                .map(symbol -> symbol.name() + ": " + module.expression(symbol.value(), name -> null))
                .collect(Collectors.joining(", ")));
    }

    private static String object(String members) {
        return members.isEmpty() ? "{}" : "{ " + members + " }";
    }
}
