package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Declaration;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Statement;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The places that name handlers: whether the arguments fit, and which handlers no place names. Confined to the
 * compiling thread.
 */
final class HandlerUses {

    private final Map<String, Declaration.Handler> handlers;
    private final Report report;
    private final Set<String> called = new HashSet<>();
    private boolean fromLayout;
    private boolean known = true;

    HandlerUses(Map<String, Declaration.Handler> handlers, Report report) {
        this.handlers = handlers;
        this.report = report;
    }

    void checkEvents(List<Site> sites) {
        for (Site site : sites) {
            if (site.binding() instanceof Binding.Event event) {
                fromLayout = true;
                use(event.handler(), event.arguments());
            }
        }
    }

    /** A handler that only calls itself is not used. */
    void checkCalls(Declaration.Handler caller, List<Statement.Call> calls) {
        for (Statement.Call call : calls) {
            if (call.handler().text().equals(caller.name().text())) {
                checkCount(call.handler(), call.arguments());
            } else {
                use(call.handler(), call.arguments());
            }
        }
    }

    private void use(Name name, List<Expr> arguments) {
        called.add(name.text());
        known &= handlers.containsKey(name.text());
        checkCount(name, arguments);
    }

    private void checkCount(Name name, List<Expr> arguments) {
        Declaration.Handler handler = handlers.get(name.text());
        if (handler == null
                || arguments.size() == handler.parameters().size()
                || arguments.stream().anyMatch(Expr.SpreadExpr.class::isInstance)) {
            return;
        }
        int takes = handler.parameters().size();
        String label = given(arguments.size()) + "; it is declared at "
                + report.place(handler.name().span());
        report.add(DiagnosticCode.ARGUMENT_COUNT, name.span(), label, help(handler), name.text(), count(takes));
    }

    private static String given(int count) {
        return count == 0 ? "none is given" : count == 1 ? "1 is given" : count + " are given";
    }

    private static String count(int count) {
        return count == 0 ? "no arguments" : count == 1 ? "1 argument" : count + " arguments";
    }

    private static String help(Declaration.Handler handler) {
        String parameters =
                String.join(", ", handler.parameters().stream().map(Name::text).toList());
        return handler.parameters().isEmpty()
                ? "write `" + handler.name() + "()`, or give the handler parameters"
                : "write `" + handler.name() + "(" + parameters + ")` with a value for each";
    }

    /**
     * To be called when all uses are known. Clients that are programs may call any handler but the private ones: where
     * the layout calls none, or a name is misspelt, the others are taken to be used.
     */
    void checkUnused() {
        for (Declaration.Handler handler : handlers.values()) {
            String name = handler.name().text();
            boolean secluded = name.startsWith("_");
            if (called.contains(name) || !(secluded || (fromLayout && known))) {
                continue;
            }
            String label = secluded ? "no other handler calls it" : "neither the layout nor another handler names it";
            String help = secluded ? "remove it, or `call` it" : "remove it, unless clients that are programs call it";
            report.add(DiagnosticCode.UNUSED_HANDLER, handler.name().span(), label, help, name);
        }
    }
}
