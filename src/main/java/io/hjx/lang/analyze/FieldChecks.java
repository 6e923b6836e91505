package io.hjx.lang.analyze;

import io.hjx.lang.ast.Binding;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Statement;
import io.hjx.lang.diagnostic.DiagnosticCode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds fields that are nearly those of a declared object literal. Confined to the compiling thread.
 *
 * <p>What handlers and inputs write is there as well, and an object that something unknown takes the place of may have
 * any field.
 */
final class FieldChecks implements ExpressionCheck {

    private final NameMeanings names;
    private final Report report;
    private final Map<String, FieldShape> shapes = new HashMap<>();

    private FieldChecks(NameMeanings names, Report report) {
        this.names = names;
        this.report = report;
    }

    static FieldChecks of(NameMeanings names, Report report) {
        FieldChecks checks = new FieldChecks(names, report);
        for (Symbol symbol : names.symbols().all()) {
            FieldShape shape = FieldShape.of(symbol.value());
            if (shape != null) {
                checks.shapes.put(symbol.name(), shape);
            }
        }
        return checks;
    }

    /** To be called for everything that writes before anything that reads. */
    void checkSet(Statement.Set set) {
        write(set.path(), set.value());
    }

    void checkBind(Binding.Value bind) {
        write(bind.path(), null);
    }

    private void write(Path path, @Nullable Expr value) {
        Symbol symbol = names.symbol(path);
        FieldShape shape = symbol == null ? null : shapes.get(symbol.name());
        for (Path.Step step : path.steps()) {
            if (shape == null) {
                return;
            }
            if (!(step instanceof Path.Field field)) {
                shape.open();
                return;
            }
            check(shape, field.name());
            shape.add(field.name().text());
            shape = shape.field(field.name().text());
        }
        if (shape != null && value != null && symbol != null) {
            replace(shape, value, symbol);
        }
    }

    private void replace(FieldShape shape, Expr value, Symbol symbol) {
        if (value instanceof Expr.ConstantLiteral) {
            return;
        }
        if (!(value instanceof Expr.ObjectExpr object)) {
            shape.open();
            return;
        }
        for (Expr.ObjectMember member : object.members()) {
            if (member instanceof Expr.Property property && property.key().computed() == null) {
                shape.add(property.key().text());
            } else if (!(member instanceof Expr.SpreadMember spread) || !isSame(spread.value(), symbol)) {
                shape.open();
            }
        }
    }

    /** {@code {...form, name: ""}} has the fields of {@code form}. */
    private boolean isSame(Expr value, Symbol symbol) {
        Symbol read = names.symbol(value);
        return read != null && read.name().equals(symbol.name());
    }

    @Override
    public void check(Expr expr, Role role) {
        boolean read = role == Role.VALUE || role == Role.ASKED;
        if (read && expr instanceof Expr.MemberExpr member) {
            FieldShape shape = shape(member.object());
            if (shape != null) {
                check(shape, member.property());
            }
        }
    }

    private @Nullable FieldShape shape(Expr expr) {
        if (expr instanceof Expr.MemberExpr member) {
            FieldShape outer = shape(member.object());
            return outer == null ? null : outer.field(member.property().text());
        }
        Symbol symbol = names.symbol(expr);
        return symbol == null ? null : shapes.get(symbol.name());
    }

    private void check(FieldShape shape, Name field) {
        String near = shape.has(field.text()) ? null : report.near(field.text(), shape.names());
        if (near != null && isTypo(field.text(), near)) {
            String label = "the declared object has no such field";
            report.add(DiagnosticCode.UNKNOWN_FIELD, field.span(), label, Report.meant(near), field.text());
        }
    }

    /** {@code x} and {@code y}, or {@code line1} and {@code line2}, are different fields, not typos. */
    private static boolean isTypo(String field, String near) {
        return (field.length() > 1 || near.length() > 1)
                && !withoutDigits(field).equals(withoutDigits(near));
    }

    private static String withoutDigits(String name) {
        return name.chars()
                .filter(c -> c < '0' || c > '9')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
