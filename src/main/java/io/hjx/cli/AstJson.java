package io.hjx.cli;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Node;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.StringValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as the JSON that {@code docs/ast.md} describes. Confined to one thread, for one tree.
 *
 * <p>The records of the tree are the format: an object has their name as {@code kind} and their components as members.
 */
final class AstJson {

    private static final String INDENT = "  ";

    private final SourceFile source;
    private final StringBuilder out = new StringBuilder();
    private int level;

    private AstJson(SourceFile source) {
        this.source = source;
    }

    /** A text of several lines, the last one not ended. */
    static String write(SourceFile source, Node tree) {
        AstJson json = new AstJson(source);
        json.value(tree);
        return json.out.toString();
    }

    /** The name of a record in the format: {@code Expr.CallExpr}. */
    static String kind(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private void value(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof Record record && !(value instanceof Span)) {
            object(record);
        } else {
            out.append(scalar(value));
        }
    }

    private void list(List<?> list) {
        out.append('[');
        level++;
        for (int i = 0; i < list.size(); i++) {
            out.append(i > 0 ? "," : "");
            newLine();
            value(list.get(i));
        }
        level--;
        if (!list.isEmpty()) {
            newLine();
        }
        out.append(']');
    }

    /** An object of scalars takes one line. */
    private void object(Record record) {
        List<Member> members = Arrays.stream(record.getClass().getRecordComponents())
                .map(component -> Member.of(record, component))
                .toList();
        boolean flat = members.stream().allMatch(Member::isScalar);
        out.append("{ \"kind\": ").append(string(kind(record.getClass())));
        level++;
        for (Member member : members) {
            out.append(flat ? ", " : ",");
            if (!flat) {
                newLine();
            }
            out.append(string(member.name())).append(": ");
            value(member.value());
        }
        level--;
        out.append(" }");
    }

    private void newLine() {
        out.append('\n').append(INDENT.repeat(level));
    }

    private String scalar(@Nullable Object value) {
        if (value instanceof Span span) {
            return string(source.position(span.start()) + "-" + source.position(span.end()));
        }
        if (value instanceof Number number) {
            return Json.print(NumberValue.of(number.doubleValue()));
        }
        if (value instanceof Enum<?> constant) {
            return string(symbol(constant));
        }
        return value instanceof String text ? string(text) : String.valueOf(value);
    }

    /** Operators as they are written, other constants as lower-case words. */
    private static String symbol(Enum<?> constant) {
        if (constant instanceof Expr.UnaryOperator operator) {
            return operator.symbol();
        }
        if (constant instanceof Expr.BinaryOperator operator) {
            return operator.symbol();
        }
        return constant instanceof Expr.LogicalOperator operator
                ? operator.symbol()
                : constant.name().toLowerCase(Locale.ROOT);
    }

    private static String string(String text) {
        return Json.print(new StringValue(text));
    }

    /** One component of a record with its value. Immutable. */
    private record Member(String name, @Nullable Object value) {

        static Member of(Record record, RecordComponent component) {
            try {
                return new Member(component.getName(), component.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("not a public record of the tree: " + record.getClass(), e);
            }
        }

        boolean isScalar() {
            boolean node = value instanceof Record && !(value instanceof Span);
            return !node && !(value instanceof List<?> list && !list.isEmpty());
        }
    }
}
