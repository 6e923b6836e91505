package io.hjx.lang.emit;

import io.hjx.lang.analyze.ComponentModel;
import io.hjx.lang.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the one script of a page without a server: the browser runtime, then the layout and the program of each
 * component behind those that it uses, then the start. Confined to one page.
 *
 * <p>A component's modules become functions that are called at once, so that their names stay their own; what they
 * import is there under the runtime's names.
 */
public final class PageScript {

    private static final Pattern FROM_RUNTIME = Pattern.compile("import \\{[^}]*} from \"hjx:runtime/.*");
    private static final Pattern EXPRESSIONS = Pattern.compile("import \\* as \\$ from .*");
    private static final Pattern COMPONENT = Pattern.compile("import ([\\w$]+) from \"hjx:(component|program)/(.+)\";");

    private final CodeWriter code = new CodeWriter();
    private final Map<String, SourceFile> sources = new LinkedHashMap<>();
    /** What components are called, by the path of their source. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Set<String> taken = new HashSet<>();

    private PageScript() {}

    /**
     * The script of a component.
     *
     * @param runtime the browser runtime as one text, whose names do not end in {@code $Layout} and {@code $Program}
     * @param personal the ids of uses in lists that differ by visitor
     */
    public static MappedText of(ComponentModel root, String runtime, Set<String> personal) {
        PageScript script = new PageScript();
        script.code.lines(runtime).line("");
        script.add(root);
        String uses = personal.stream().map(JsText::string).collect(Collectors.joining(", "));
        String name = script.names.get(root.source().path());
        script.code.line("start(" + name + "$Layout, " + name + "$Program, [" + uses + "]);");
        return MappedText.of(script.code.toString(), script.sources);
    }

    private void add(ComponentModel component) {
        String path = component.source().path();
        if (names.containsKey(path)) {
            return;
        }
        component.imports().values().forEach(this::add);
        String name = component.name();
        for (int i = 2; !taken.add(name); i++) {
            name = component.name() + i;
        }
        names.put(path, name);
        sources.put(path, component.source());
        section(name + "$Layout", JsEmitter.marked(component), component);
        section(name + "$Program", ProgramEmitter.marked(component), component);
    }

    private void section(String name, String module, ComponentModel component) {
        List<String> lines = new ArrayList<>(module.lines().toList());
        // The first line says what this is
        code.line(lines.remove(0));
        code.line("const " + name + " = (() => {").in();
        boolean begun = false;
        for (String line : lines) {
            String own = line.startsWith("import ") ? imported(line, component) : line;
            boolean blank = own.isEmpty();
            if (!blank || (begun && !line.startsWith("import "))) {
                code.line(own.replaceFirst("^export default ", "return "));
            }
            begun |= !blank;
        }
        code.out().line("})();").line("");
    }

    private String imported(String line, ComponentModel component) {
        if (EXPRESSIONS.matcher(line).matches() || line.contains("{ everything as $ }")) {
            return "const $ = everything;";
        }
        Matcher found = COMPONENT.matcher(line);
        if (found.matches()) {
            String kind = found.group(2).equals("component") ? "$Layout" : "$Program";
            return "const " + found.group(1) + " = " + nameOf(found.group(3), component) + kind + ";";
        }
        if (FROM_RUNTIME.matcher(line).matches()) {
            return "";
        }
        throw new IllegalStateException("an import of an unknown kind: " + line);
    }

    private String nameOf(String name, ComponentModel component) {
        Function<ComponentModel, String> path = imported -> imported.source().path();
        return component.imports().values().stream()
                .filter(imported -> imported.name().equals(name))
                .findFirst()
                .map(path)
                .map(names::get)
                .orElseThrow(() -> new IllegalStateException(component.name() + " does not import " + name));
    }
}
