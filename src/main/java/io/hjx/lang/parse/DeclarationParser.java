package io.hjx.lang.parse;

import io.hjx.lang.ast.Declaration.Import;
import io.hjx.lang.ast.Declaration.Variable;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the lines of {@code imports:}, {@code state:}, {@code secret:}, {@code computed:} and {@code local:}. */
final class DeclarationParser {

    /** What other languages declare names with. */
    private static final Set<String> FOREIGN = Set.of("let", "const", "var");

    private final Context context;

    DeclarationParser(Context context) {
        this.context = context;
    }

    /** Lines of {@code state:}, {@code secret:} and {@code local:}. */
    List<Variable> literals(List<Line> lines) {
        List<Variable> variables = computed(lines);
        variables.forEach(this::checkLiteral);
        return variables;
    }

    List<Variable> computed(List<Line> lines) {
        List<Variable> variables = new ArrayList<>();
        for (Line line : lines) {
            Variable variable = variable(line);
            if (variable != null) {
                variables.add(variable);
            }
        }
        return List.copyOf(variables);
    }

    private @Nullable Variable variable(Line line) {
        Cursor cursor = Cursor.on(context, line);
        Name name = cursor.identifier("expected `name = value`", null);
        cursor.blank();
        if (!cursor.take("=") && !name.text().isEmpty()) {
            boolean foreign = FOREIGN.contains(name.text()) && cursor.atName();
            cursor.unexpected("expected `=`", foreign ? "leave out `" + name + "`" : "write `" + name + " = …`");
        }
        if (cursor.failed()) {
            return null;
        }
        Expr value = cursor.expression();
        cursor.finish("one declaration a line");
        if (!cursor.failed()) {
            context.refuseChildren(line, "a declaration", "put brackets around a value that takes several lines");
        }
        return new Variable(line.span(), name, value);
    }

    private void checkLiteral(Variable variable) {
        Expr culprit = Literals.culprit(variable.value());
        if (culprit != null) {
            String constant = ForeignSyntax.constant(culprit);
            String help = constant != null
                    ? "write `" + constant + "`"
                    : "write a number, string, `true`, `false`, `null`, array or object; formulas stand in `computed:`";
            context.report(DiagnosticCode.NOT_A_LITERAL, culprit.span(), "not a literal", help, variable.name());
        }
    }

    List<Import> imports(List<Line> lines) {
        List<Import> imports = new ArrayList<>();
        for (Line line : lines) {
            Import read = importLine(line);
            if (read != null) {
                imports.add(read);
            }
        }
        return List.copyOf(imports);
    }

    private @Nullable Import importLine(Line line) {
        String form = "write `Button from \"./Button.hjx\"`";
        Cursor cursor = Cursor.on(context, line);
        Name alias = cursor.identifier("expected the name of a component", form);
        cursor.blank();
        if (!cursor.takeWord("from")) {
            cursor.unexpected("expected `from`", alias.text().equals("import") ? "leave out the `import`" : form);
        }
        if (!cursor.atQuote()) {
            cursor.unexpected("expected the file's path in quotes", form);
            return null;
        }
        Expr.StringLiteral path = cursor.string();
        cursor.finish(null);
        if (cursor.failed()) {
            return null;
        }
        context.refuseChildren(line, "an import", null);
        return new Import(line.span(), alias, path.span(), path.value());
    }
}
