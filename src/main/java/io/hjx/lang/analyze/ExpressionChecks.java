package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.ComponentFile;
import io.hjx.lang.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The checks that look into the expressions of a file: one walk through each expression a check. */
record ExpressionChecks(
        ComponentFile file, LayoutScan layout, List<HandlerScan> scans, NameMeanings names, Report report) {

    void check() {
        KindFinder kinds = new KindFinder(names);
        DeclaredKinds declared = DeclaredKinds.of(names, kinds, file.script() != null, layout.sites(), scans);
        MemberChecks members = new MemberChecks(names, kinds, declared, report);
        FieldChecks fields = FieldChecks.of(names, report);
        KeyChecks keys = new KeyChecks(names.symbols(), report);
        BranchChecks branches = new BranchChecks(report);
        ServerOnlyCheck serverOnly = new ServerOnlyCheck(names, report);
        scans.forEach(scan -> scan.sets().forEach(fields::checkSet));
        for (Site site : layout.sites()) {
            if (site.binding() instanceof Binding.Value bind) {
                fields.checkBind(bind);
            }
        }
        layout.shown().forEach(serverOnly::check);
        Stream.of(layout.shown(), elsewhere()).flatMap(List::stream).forEach(expr -> {
            members.check(expr);
            fields.check(expr);
            keys.check(expr);
        });
        keys.checkLoops(layout.loops());
        layout.choices().forEach(branches::check);
        scans.forEach(scan -> scan.choices().forEach(branches::check));
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
