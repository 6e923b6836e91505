package io.hjx.lang.analyze;

import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The aliases of a file with the components that they mean. Confined to the compiling thread. */
final class ImportTable {

    private final Map<String, Name> aliases = new LinkedHashMap<>();
    private final Map<String, ComponentModel> components = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Report report;

    private ImportTable(Report report) {
        this.report = report;
    }

    static ImportTable of(List<Declaration.Import> lines, ImportResolver resolver, Report report) {
        ImportTable table = new ImportTable(report);
        lines.forEach(line -> table.add(line, resolver));
        return table;
    }

    private void add(Declaration.Import line, ImportResolver resolver) {
        Name alias = line.alias();
        Name first = aliases.putIfAbsent(alias.text(), alias);
        if (first != null) {
            String label = "the first is at " + report.place(first.span());
            report.add(DiagnosticCode.REPEATED_IMPORT, alias.span(), label, null, alias.text());
            return;
        }
        if (HtmlElements.known(alias.text())) {
            String help = "begin it with a capital letter";
            report.add(DiagnosticCode.IMPORT_HIDES_TAG, alias.span(), "", help, alias.text());
        }
        ComponentModel component = resolver.resolve(report.source(), line);
        if (component != null) {
            components.put(alias.text(), component);
        }
    }

    /** True for an alias, whether its file was found or not. */
    boolean has(String tag) {
        return aliases.containsKey(tag);
    }

    /** True where a tag is a component that declares a name, or one that was not found. */
    boolean declares(String tag, String name) {
        ComponentModel component = components.get(tag);
        return component != null ? component.symbols().containsKey(name) : has(tag);
    }

    Set<String> names() {
        return aliases.keySet();
    }

    /** The component of a tag, or null where it is no alias or its file was not found. */
    @Nullable ComponentModel use(String tag) {
        if (has(tag)) {
            used.add(tag);
        }
        return components.get(tag);
    }

    /** To be called when all uses are known. */
    void checkUnused() {
        Map<String, Name> unused = new LinkedHashMap<>(aliases);
        unused.keySet().removeAll(used);
        unused.values()
                .forEach(alias -> report.add(
                        DiagnosticCode.UNUSED_IMPORT,
                        alias.span(),
                        "no tag of the layout",
                        "remove the line",
                        alias.text()));
    }

    Map<String, ComponentModel> toMap() {
        return Collections.unmodifiableMap(components);
    }
}
