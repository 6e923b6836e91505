package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.ForNode;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys that do not tell apart what they stand for: of a loop's items, and in object literals. */
record KeyChecks(SymbolTable symbols, Report report) implements ExpressionCheck {

    void checkLoops(List<ForNode> loops) {
        Set<String> names = new HashSet<>();
        for (ForNode loop : loops) {
            names.add(loop.item().text());
            names.add(loop.index().text());
        }
        loops.forEach(loop -> check(loop, names));
    }

    /** A key that reads an unknown name is reported as such. */
    private void check(ForNode loop, Set<String> names) {
        if (loop.key() == null) {
            return;
        }
        Set<String> reads = FreeNames.of(loop.key());
        String item = loop.item().text();
        boolean known = reads.stream()
                .allMatch(name -> names.contains(name) || symbols.has(name) || Vocabulary.GLOBALS.contains(name));
        if (known && !reads.contains(item) && !reads.contains(loop.index().text())) {
            String help = "write what is another for each item: `key " + item + ".id`";
            report.add(DiagnosticCode.CONSTANT_KEY, loop.key().span(), "does not read `" + item + "`", help);
        }
    }

    @Override
    public void check(Expr expr, Role role) {
        if (expr instanceof Expr.ObjectExpr object) {
            checkMembers(object);
        }
    }

    /** Behind a spread a key may be there again: it is meant to replace what the spread brought. */
    private void checkMembers(Expr.ObjectExpr object) {
        Set<String> seen = new HashSet<>();
        for (Expr.ObjectMember member : object.members()) {
            if (!(member instanceof Expr.Property property)) {
                seen.clear();
            } else if (property.key().computed() == null
                    && !seen.add(property.key().text())) {
                String key = property.key().text();
                String help = "leave one of them out";
                report.add(DiagnosticCode.REPEATED_KEY, property.span(), "the last one counts", help, key);
            }
        }
    }
}
