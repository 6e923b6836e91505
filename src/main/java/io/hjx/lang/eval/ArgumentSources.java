package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import java.util.List;

/** The paths that arguments were read from, so that who refuses one can say which input is meant. */
final class ArgumentSources {

    private ArgumentSources() {}

    /** {@code form.name} for each argument that is such a path, empty for the others; none where a list is spread. */
    static List<String> of(List<Expr> arguments) {
        return arguments.stream().anyMatch(Expr.SpreadExpr.class::isInstance)
                ? List.of()
                : arguments.stream().map(ArgumentSources::path).toList();
    }

    private static String path(Expr argument) {
        if (argument instanceof Expr.Identifier root) {
            return root.name();
        }
        if (argument instanceof Expr.MemberExpr member) {
            String object = path(member.object());
            return object.isEmpty() ? "" : object + '.' + member.property().text();
        }
        return "";
    }
}
