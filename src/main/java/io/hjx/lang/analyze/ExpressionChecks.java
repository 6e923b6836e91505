package io.hjx.lang.analyze;

import io.hjx.lang.analyze.ExpressionCheck.Role;
import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The checks that look into the expressions of a file. One walk serves all of them. */
record ExpressionChecks(
        ComponentFile file, LayoutScan layout, List<HandlerScan> scans, NameMeanings names, Report report) {

    void check() {
        KindFinder kinds = new KindFinder(names);
        DeclaredKinds declared = DeclaredKinds.of(names, kinds, file.script() != null, layout.sites(), scans);
        MemberChecks members = new MemberChecks(names, kinds, declared, report);
        FieldChecks fields = FieldChecks.of(names, report);
        KeyChecks keys = new KeyChecks(names.symbols(), report);
        checkWrites(fields);
        List<ExpressionCheck> everywhere = List.of(members, fields, keys);
        List<ExpressionCheck> onPages = List.of(new ServerOnlyCheck(names, report), members, fields, keys);
        layout.shown().forEach(expr -> walk(expr, Role.VALUE, onPages));
        elsewhere().forEach(expr -> walk(expr, Role.VALUE, everywhere));
        keys.checkLoops(layout.loops());
        BranchChecks branches = new BranchChecks(report);
        layout.choices().forEach(branches::check);
        scans.forEach(scan -> scan.choices().forEach(branches::check));
    }

    private void checkWrites(FieldChecks fields) {
        scans.forEach(scan -> scan.sets().forEach(fields::checkSet));
        for (Site site : layout.sites()) {
            if (site.binding() instanceof Binding.Value bind) {
                fields.checkBind(bind);
            }
        }
    }

    private static void walk(Expr expr, Role role, List<ExpressionCheck> checks) {
        for (ExpressionCheck check : checks) {
            check.check(expr, role);
        }
        for (Expr part : expr.accept(SubExpressions.DIRECT)) {
            walk(part, role(part, expr), checks);
        }
    }

    private static Role role(Expr part, Expr whole) {
        if (!(part instanceof Expr.MemberExpr)) {
            return Role.VALUE;
        }
        if (whole instanceof Expr.CallExpr call && call.callee() == part) {
            return call.optional() ? Role.CALLED_IF_THERE : Role.CALLED;
        }
        boolean asked = whole instanceof Expr.UnaryExpr unary && unary.operator() == Expr.UnaryOperator.TYPEOF;
        return asked ? Role.ASKED : Role.VALUE;
    }

    /** The expressions that are not shown. */
    private List<Expr> elsewhere() {
        List<Expr> all = new ArrayList<>(layout.arguments());
        scans.forEach(scan -> all.addAll(scan.expressions()));
        file.computed().forEach(variable -> all.add(variable.value()));
        Stream.of(file.state(), file.secret(), file.local())
                .flatMap(List::stream)
                .forEach(variable -> all.add(variable.value()));
        return all;
    }
}
