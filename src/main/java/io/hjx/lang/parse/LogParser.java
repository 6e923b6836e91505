package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Template;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@code log} line writes: an expression, or one string with interpolations. */
final class LogParser {

    private final TemplateParser templates;

    LogParser(Context context) {
        this.templates = new TemplateParser(context);
    }

    Expr value(Cursor cursor) {
        return cursor.atQuote() && takesRest(cursor) ? string(cursor) : interpolated(cursor.expression(), cursor);
    }

    /** True where one string, read with interpolations or without, is all that is left of the line. */
    private static boolean takesRest(Cursor cursor) {
        String text = cursor.context().text();
        int end = BracketScanner.stringEnd(text, cursor.position(), cursor.limit());
        return end == BracketScanner.OPEN || end == cursor.limit();
    }

    /** The strings of a sum are read again, with interpolations. */
    private Expr interpolated(Expr value, Cursor cursor) {
        if (value instanceof Expr.StringLiteral string) {
            boolean braces = cursor.context().source().slice(string.span()).contains("{{");
            return braces
                    ? string(new Cursor(
                            cursor.context(),
                            string.span().start(),
                            string.span().end()))
                    : string;
        }
        if (value instanceof Expr.BinaryExpr sum && sum.operator() == Expr.BinaryOperator.ADD) {
            Expr left = interpolated(sum.left(), cursor);
            return new Expr.BinaryExpr(sum.span(), sum.operator(), left, interpolated(sum.right(), cursor));
        }
        return value;
    }

    private Expr string(Cursor cursor) {
        Template template = templates.string(cursor);
        return template.parts().stream().anyMatch(Template.Interpolation.class::isInstance)
                ? interpolated(template)
                : new Expr.StringLiteral(template.span(), text(template));
    }

    private static String text(Template template) {
        StringBuilder text = new StringBuilder();
        template.parts().forEach(part -> text.append(((Template.Literal) part).text()));
        return text.toString();
    }

    private static Expr interpolated(Template template) {
        List<String> texts = new ArrayList<>();
        List<Expr> expressions = new ArrayList<>();
        String text = "";
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Literal literal) {
                text += literal.text();
            } else if (part instanceof Template.Interpolation interpolation) {
                texts.add(text);
                text = "";
                expressions.add(interpolation.expression());
            }
        }
        texts.add(text);
        return new Expr.TemplateLiteral(template.span(), List.copyOf(texts), List.copyOf(expressions));
    }
}
