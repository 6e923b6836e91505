package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Statement;
import io.hjx.lang.diagnostic.Diagnostic;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.diagnostic.Diagnostics;
import io.hjx.lang.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a component without errors has that only a server can do. Confined to one check. */
public final class StaticPageCheck {

    private static final String ON_A_SERVER = "run the component on a server: `./hjx dev`";

    private final Diagnostics diagnostics;
    private final Set<String> seen = new HashSet<>();

    private StaticPageCheck(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** What keeps a component, or one that it imports, from being a page without a server; in source order. */
    public static List<Diagnostic> of(ComponentModel root) {
        Diagnostics diagnostics = new Diagnostics();
        new StaticPageCheck(diagnostics).check(root, true);
        return diagnostics.inSourceOrder();
    }

    private void check(ComponentModel component, boolean isRoot) {
        if (!seen.add(component.source().path())) {
            return;
        }
        Report report = new Report(component.source(), diagnostics);
        ComponentFile file = component.file();
        checkScript(component, report);
        for (Declaration.Variable secret : file.secret()) {
            String label = "whoever has the page can read everything in it";
            report.add(DiagnosticCode.SECRET_WITHOUT_SERVER, secret.name().span(), label, ON_A_SERVER, secret.name());
        }
        // A child belongs to the root's instance, whatever scope its own file names
        if (isRoot && file.scope() != null) {
            checkScope(file.scope(), report);
        }
        for (Declaration.Access access : file.access()) {
            String label = "nobody checks roles here: everybody who has the page may do everything";
            report.add(DiagnosticCode.ACCESS_WITHOUT_SERVER, access.span(), label, ON_A_SERVER, access.name());
        }
        checkHandlers(component, report);
        component.imports().values().forEach(imported -> check(imported, false));
    }

    private static void checkScript(ComponentModel component, Report report) {
        Declaration.RawBlock script = component.file().script();
        if (script != null) {
            int header = component
                    .source()
                    .text()
                    .lastIndexOf("script:", script.span().start());
            Span span = header < 0 ? script.span() : new Span(header, header + "script".length());
            report.add(
                    DiagnosticCode.SCRIPT_WITHOUT_SERVER,
                    span,
                    "there is no server to run it",
                    "use `computed:` and `handlers:`, or " + ON_A_SERVER);
        }
    }

    private static void checkScope(ComponentFile.ScopeDeclaration declared, Report report) {
        String label = switch (declared.scope()) {
            case SHARED -> "without a server every page has a state of its own";
            case USER -> "without a server nobody knows who looks on";
            case SESSION -> "";
        };
        if (!label.isEmpty()) {
            String name = declared.scope().name().toLowerCase(Locale.ROOT);
            String help = "remove the line, or " + ON_A_SERVER;
            report.add(DiagnosticCode.SCOPE_WITHOUT_SERVER, declared.span(), label, help, name);
        }
    }

    /** On a server, a script or Java code may take what {@code handlers:} lacks. */
    private static void checkHandlers(ComponentModel component, Report report) {
        for (Site site : component.sites()) {
            if (site.binding() instanceof Binding.Event event) {
                checkHandler(event.handler(), component, report);
            }
        }
        for (Declaration.Handler handler : component.handlers().values()) {
            for (Statement.Call call : HandlerScan.of(handler, LoopNames.NONE).calls()) {
                checkHandler(call.handler(), component, report);
            }
        }
    }

    private static void checkHandler(Name name, ComponentModel component, Report report) {
        if (!component.handlers().containsKey(name.text())) {
            @Nullable String near = report.near(name.text(), component.handlers().keySet());
            report.add(
                    DiagnosticCode.HANDLER_WITHOUT_SERVER,
                    name.span(),
                    "neither a script nor Java code can take it here",
                    near == null ? "write it under `handlers:`" : Report.meant(near),
                    name);
        }
    }
}
