package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.Set;

/** Finds what server and browser would answer differently in expressions that both evaluate. */
record ServerOnlyCheck(NameMeanings names, Report report) implements ExpressionCheck {

    private static final Set<String> METHODS = Set.of("toLocaleString", "localeCompare");

    @Override
    public void check(Expr expr, Role role) {
        if (expr instanceof Expr.MemberExpr member) {
            String name = member.property().text();
            String holder = names.builtIn(member.object());
            boolean random = name.equals("random") && "Math".equals(holder);
            boolean now = name.equals("now") && "Date".equals(holder);
            if (random || now) {
                refuse(member.property().span(), name);
            }
        } else if (expr instanceof Expr.CallExpr call && call.callee() instanceof Expr.MemberExpr member) {
            String method = member.property().text();
            if (METHODS.contains(method)) {
                refuse(member.property().span(), method);
            }
        } else if ("uuid".equals(names.builtIn(expr))) {
            refuse(expr.span(), "uuid");
        }
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
