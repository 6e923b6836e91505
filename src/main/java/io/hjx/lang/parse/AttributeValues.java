package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.Constant;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Template;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands behind the {@code =} of an attribute. */
final class AttributeValues {

    private final TemplateParser templates;

    AttributeValues(TemplateParser templates) {
        this.templates = templates;
    }

    Template read(Cursor cursor, Name name) {
        cursor.blank();
        if (cursor.atQuote()) {
            return templates.string(cursor);
        }
        if (cursor.at("{{")) {
            Template.Interpolation value = templates.interpolation(cursor);
            return new Template(value.span(), List.of(value));
        }
        int start = cursor.position();
        if (cursor.takeWord("true") || cursor.takeWord("false")) {
            return constant(cursor, start);
        }
        Expr number = number(cursor);
        return number != null ? single(number) : refuse(cursor, name);
    }

    /** A value that is one expression. */
    static Template single(Expr value) {
        return new Template(value.span(), List.of(new Template.Interpolation(value.span(), value)));
    }

    private static Template constant(Cursor cursor, int start) {
        boolean yes = cursor.context().text().startsWith("true", start);
        Span word = new Span(start, start + (yes ? 4 : 5));
        return single(new Expr.ConstantLiteral(word, yes ? Constant.TRUE : Constant.FALSE));
    }

    /** The number that stands here, or null where there is none; the cursor stays then. */
    private static @Nullable Expr number(Cursor cursor) {
        int start = cursor.position();
        int digits = cursor.peek() == '-' ? start + 1 : start;
        ExpressionToken token = cursor.context().token(digits, cursor.limit());
        if (token.kind() != ExpressionToken.Kind.NUMBER || token.start() != digits || token.fault() != null) {
            return null;
        }
        cursor.move(token.end());
        return new Expr.NumberLiteral(cursor.from(start), digits > start ? -token.number() : token.number());
    }

    private static Template refuse(Cursor cursor, Name name) {
        int start = cursor.position();
        if (cursor.atEnd()) {
            cursor.unexpected("expected a value", "write `" + name + "=\"…\"`");
        }
        Name word = PartParser.partName(cursor);
        Span here = new Span(start, Math.max(cursor.position(), Math.min(start + 1, cursor.limit())));
        String text = word.text().isEmpty() ? "…" : word.text();
        String help = "write `" + name + "=\"" + text + "\"`, or `" + name + "={{…}}` for an expression";
        cursor.fail(DiagnosticCode.INVALID_ATTRIBUTE_VALUE, here, "", help, name);
        return new Template(Span.at(cursor.position()), List.of());
    }
}
