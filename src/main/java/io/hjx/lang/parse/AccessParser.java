package io.hjx.lang.parse;

import io.hjx.lang.ast.Declaration.Access;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the lines of {@code access:}. */
final class AccessParser {

    private static final String HELP = "write roles in quotes, `[\"admin\", \"hr\"]`, or `authenticated`";

    private final Context context;

    AccessParser(Context context) {
        this.context = context;
    }

    List<Access> rules(List<Line> lines) {
        List<Access> rules = new ArrayList<>();
        for (Line line : lines) {
            Access rule = rule(line);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return List.copyOf(rules);
    }

    private @Nullable Access rule(Line line) {
        Cursor cursor = Cursor.on(context, line);
        Name name = cursor.identifier("expected `view`, `handlers`, `bind` or the name of a handler", null);
        cursor.expect("=", "expected `=`");
        if (cursor.failed()) {
            return null;
        }
        Expr value = cursor.expression();
        cursor.finish("one rule a line");
        if (cursor.failed()) {
            return null;
        }
        context.refuseChildren(line, "a rule", null);
        return new Access(line.span(), name, roles(name, value));
    }

    private List<Name> roles(Name rule, Expr value) {
        List<Name> roles = new ArrayList<>();
        List<Expr> entries = value instanceof Expr.ArrayExpr list ? list.elements() : List.of(value);
        for (Expr entry : entries) {
            if (entry instanceof Expr.Identifier word && word.name().equals("authenticated")) {
                roles.add(new Name(word.span(), word.name()));
            } else if (entry instanceof Expr.StringLiteral role && entry != value) {
                roles.add(new Name(role.span(), role.value()));
            } else {
                context.report(DiagnosticCode.INVALID_ROLES, entry.span(), "", HELP, rule);
            }
        }
        return List.copyOf(roles);
    }
}
