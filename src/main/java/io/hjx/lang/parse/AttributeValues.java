package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.Constant;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Template;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.List;

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
        boolean number = ExpressionLexer.isDigit(cursor.peek()) || cursor.peek() == '-' || cursor.peek() == '.';
        return number ? single(number(cursor)) : refuse(cursor, name);
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

    private static Expr number(Cursor cursor) {
        int start = cursor.position();
        double sign = cursor.take("-") ? -1 : 1;
        ExpressionToken token =
                new ExpressionLexer(cursor.context().text(), cursor.position(), cursor.limit(), 1).next();
        if (token.kind() != ExpressionToken.Kind.NUMBER || token.start() != cursor.position()) {
            cursor.unexpected("expected a number", null);
        } else if (token.fault() != null) {
            cursor.fail(
                    token.fault().code(),
                    token.span(),
                    "",
                    token.fault().help(),
                    token.fault().argument());
        }
        cursor.move(token.end());
        return new Expr.NumberLiteral(cursor.from(start), sign * token.number());
    }

    private static Template refuse(Cursor cursor, Name name) {
        if (cursor.atEnd()) {
            cursor.unexpected("expected a value", "write `" + name + "=\"…\"`");
        } else {
            int start = cursor.position();
            Span here = cursor.atName() ? PartParser.partName(cursor).span() : new Span(start, start + 1);
            String help = "write `" + name + "=\"…\"`, or `" + name + "={{…}}` for an expression";
            cursor.fail(DiagnosticCode.INVALID_ATTRIBUTE_VALUE, here, "", help, name);
        }
        return new Template(Span.at(cursor.position()), List.of());
    }
}
