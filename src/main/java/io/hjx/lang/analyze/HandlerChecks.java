package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Statement;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The handlers of a component, and whether what names one finds it.
 *
 * @param known the names of all, those that are in Java included
 */
record HandlerChecks(Map<String, Declaration.Handler> handlers, Set<String> known, boolean script, Report report) {

    /** Words of {@code access:} that no handler may be called. */
    private static final Set<String> ACCESS_WORDS = Set.of("view", "handlers", "bind");

    /**
     * The handlers by name; a repeated or refused one is reported, the first stays.
     *
     * @param java the names of those that are not in the file
     */
    static HandlerChecks of(ComponentFile file, Set<String> java, Report report) {
        Map<String, Declaration.Handler> handlers = new LinkedHashMap<>();
        for (Declaration.Handler handler : file.handlers()) {
            Name name = handler.name();
            Declaration.Handler first = handlers.putIfAbsent(name.text(), handler);
            if (first != null) {
                String label = "the first is at " + report.place(first.name().span());
                report.add(DiagnosticCode.REPEATED_HANDLER, name.span(), label, null, name.text());
            } else if (java.contains(name.text())) {
                String label = "the application has a handler of this name in Java";
                report.add(DiagnosticCode.REPEATED_HANDLER, name.span(), label, null, name.text());
            } else if (ACCESS_WORDS.contains(name.text())) {
                String label = "a word of `access:`";
                report.add(DiagnosticCode.RESERVED_HANDLER, name.span(), label, null, name.text());
            }
        }
        Set<String> known = new HashSet<>(handlers.keySet());
        known.addAll(java);
        return new HandlerChecks(handlers, known, file.script() != null, report);
    }

    void checkParameters() {
        for (Declaration.Handler handler : handlers.values()) {
            Set<String> seen = new HashSet<>();
            for (Name parameter : handler.parameters()) {
                if (!seen.add(parameter.text())) {
                    report.add(DiagnosticCode.REPEATED_PARAMETER, parameter.span(), "", null, parameter.text());
                }
            }
        }
    }

    void checkEvents(List<Site> sites) {
        for (Site site : sites) {
            if (!(site.binding() instanceof Binding.Event event)) {
                continue;
            }
            Name handler = event.handler();
            if (handler.text().startsWith("_")) {
                String help = "give the handler a name without the `_`, or call it from one that clients may call";
                report.add(DiagnosticCode.PRIVATE_HANDLER, handler.span(), "", help, handler.text());
            } else {
                checkName(handler);
            }
        }
    }

    void checkCalls(List<Statement.Call> calls) {
        calls.forEach(call -> checkName(call.handler()));
    }

    /** Where a script is, it may take the event; a name near a handler's is a typo all the same. */
    private void checkName(Name name) {
        if (known.contains(name.text())) {
            return;
        }
        String near = report.near(name.text(), known);
        if (near != null || !script) {
            String help = near != null ? Report.meant(near) : "add `" + name.text() + ":` to `handlers:`";
            report.add(DiagnosticCode.UNKNOWN_HANDLER, name.span(), "not in `handlers:`", help, name.text());
        } else {
            String label = "`script:` must take it with `store.on`";
            report.add(DiagnosticCode.UNDECLARED_HANDLER, name.span(), label, null, name.text());
        }
    }

    void checkAccess(List<Declaration.Access> lines) {
        for (Declaration.Access line : lines) {
            String name = line.name().text();
            if (ACCESS_WORDS.contains(name) || known.contains(name)) {
                continue;
            }
            Set<String> words = new HashSet<>(ACCESS_WORDS);
            words.addAll(known);
            String near = report.near(name, words);
            if (near != null || !script) {
                String label = "neither `view`, `handlers` or `bind` nor a handler";
                report.add(DiagnosticCode.UNKNOWN_ACCESS, line.name().span(), label, Report.meant(near), name);
            }
        }
    }
}
