package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.Set;

/** Finds what server and browser would answer differently in expressions that both evaluate. */
record ServerOnlyCheck(SymbolTable symbols, Report report) {

    private static final Set<String> METHODS = Set.of("toLocaleString", "localeCompare");

    void check(Expr expr) {
        if (expr instanceof Expr.CallExpr call && call.callee() instanceof Expr.MemberExpr member) {
            String method = member.property().text();
            boolean random = method.equals("random") && isGlobal(member.object(), "Math");
            boolean now = method.equals("now") && isGlobal(member.object(), "Date");
            if (random || now || METHODS.contains(method)) {
                refuse(member.property().span(), method);
            }
        } else if (expr instanceof Expr.CallExpr call && isGlobal(call.callee(), "uuid")) {
            refuse(call.callee().span(), "uuid");
        }
        expr.accept(SubExpressions.DIRECT).forEach(this::check);
    }

    private boolean isGlobal(Expr expr, String name) {
        return expr instanceof Expr.Identifier identifier && identifier.name().equals(name) && !symbols.has(name);
    }

    private void refuse(Span span, String name) {
        report.add(
                DiagnosticCode.SERVER_ONLY,
                span,
                "server and browser would answer differently",
                "use it in a handler or in `computed:`",
                name);
    }
}
