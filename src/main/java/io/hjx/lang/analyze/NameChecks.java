package io.hjx.lang.analyze;

import io.hjx.lang.ast.ForNode;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.List;

/** What may be done with names: writing, showing secrets, hiding one by another. */
record NameChecks(SymbolTable symbols, Report report) {

    void check(List<NameUse> uses) {
        WriteTargets targets = new WriteTargets(symbols);
        for (NameUse use : uses) {
            if (use.kind() == NameUse.Kind.SET) {
                refuse(use, targets, DiagnosticCode.READ_ONLY_NAME);
            } else if (use.kind() == NameUse.Kind.BIND) {
                refuse(use, targets, DiagnosticCode.READ_ONLY_BIND);
            }
            checkSecret(use);
        }
    }

    private void refuse(NameUse use, WriteTargets targets, DiagnosticCode code) {
        String refusal = targets.refusal(use);
        if (refusal != null) {
            report.add(code, use.span(), refusal, null, use.name());
        }
    }

    private void checkSecret(NameUse use) {
        boolean inLayout = use.kind() == NameUse.Kind.LAYOUT
                || use.kind() == NameUse.Kind.BIND
                || use.kind() == NameUse.Kind.ARGUMENT;
        Symbol symbol = symbols.find(use.name());
        if (inLayout
                && symbol != null
                && symbol.kind() == Symbol.Kind.SECRET
                && use.entries().isEmpty()) {
            String help = "compute what may be shown from it in `computed:`";
            report.add(DiagnosticCode.SECRET_IN_LAYOUT, use.span(), "never leaves the server", help, use.name());
        }
    }

    /** Loops of the layout. */
    void checkLoops(List<ForNode> loops) {
        for (ForNode loop : loops) {
            introduce(loop.item());
            introduce(loop.index());
        }
    }

    /** Parameters, variables and loops of handlers. */
    void introduce(Name name) {
        Span span = name.span();
        if (Vocabulary.reserved(name.text())) {
            report.add(DiagnosticCode.RESERVED_NAME, span, "a reserved word", null, name.text());
            return;
        }
        Symbol hidden = symbols.find(name.text());
        if (hidden != null && hidden.kind() != Symbol.Kind.IMPLICIT_LOCAL) {
            String label = "declared at " + report.place(hidden.span());
            // a position that the source does not name has an empty span
            String help = span.length() > 0
                    ? "give one of them another name"
                    : "name the loop's position: `for (item, i in …)`";
            report.add(DiagnosticCode.HIDDEN_NAME, span, label, help, name.text());
        }
    }
}
