package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Template;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads strings with interpolations. Confined to the parsing thread. */
final class TemplateParser {

    private final Context context;
    private int closeLookedFrom = -1;
    private int closeFound;

    TemplateParser(Context context) {
        this.context = context;
    }

    /** Reads the string whose opening quote stands here. */
    Template string(Cursor cursor) {
        int start = cursor.position();
        char quote = cursor.peek();
        cursor.move(start + 1);
        List<Template.Part> parts = new ArrayList<>(4);
        while (!cursor.atEnd() && cursor.peek() != quote && cursor.peek() != '\n') {
            parts.add(cursor.at("{{") ? interpolation(cursor) : literal(cursor, quote));
        }
        Template template =
                new Template(new Span(start, Math.min(cursor.position() + 1, cursor.limit())), List.copyOf(parts));
        if (!cursor.failed() && (cursor.atEnd() || cursor.peek() == '\n')) {
            String help = "add a " + quote + " at its end";
            cursor.fail(DiagnosticCode.UNCLOSED_LITERAL, cursor.from(start), "", help, "string");
        }
        cursor.move(cursor.position() + 1);
        return template;
    }

    /** Passes what stands for itself. */
    private void passPlain(Cursor cursor, char quote) {
        String text = context.text();
        int end = cursor.position();
        while (end < cursor.limit() && isPlain(text.charAt(end), quote)) {
            end++;
        }
        cursor.move(end);
    }

    private static boolean isPlain(char c, char quote) {
        return c != quote && c != '{' && c != '\\' && c != '\n';
    }

    private static boolean endsLiteral(Cursor cursor, char quote) {
        return cursor.atEnd() || cursor.peek() == quote || cursor.peek() == '\n' || cursor.at("{{");
    }

    private Template.Literal literal(Cursor cursor, char quote) {
        int start = cursor.position();
        passPlain(cursor, quote);
        Span plain = cursor.from(start);
        if (endsLiteral(cursor, quote)) {
            return new Template.Literal(plain, context.source().slice(plain));
        }
        StringBuilder value = new StringBuilder(context.source().slice(plain));
        ExpressionLiterals literals = new ExpressionLiterals(context.text(), cursor.limit());
        while (!endsLiteral(cursor, quote)) {
            boolean braces = cursor.take("\\{{");
            if (braces) {
                value.append("{{");
            } else {
                cursor.move(literals.character(cursor.position(), value));
            }
        }
        ExpressionToken.Fault fault = literals.fault();
        if (fault != null) {
            context.report(fault.code(), cursor.from(start), "", fault.help(), fault.argument());
        }
        return new Template.Literal(cursor.from(start), value.toString());
    }

    /** Reads the interpolation that begins here. */
    Template.Interpolation interpolation(Cursor cursor) {
        int start = cursor.position();
        cursor.move(start + 2);
        var parsed = context.expressions().bracketed(cursor.position(), cursor.limit());
        cursor.move(parsed.end());
        cursor.blank();
        if (!cursor.take("}}")) {
            recover(cursor, start, parsed.node() instanceof Expr.MissingExpr);
        }
        return new Template.Interpolation(cursor.from(start), parsed.node());
    }

    /** Goes on behind the next closing braces of the line, where there are any. */
    private void recover(Cursor cursor, int start, boolean reported) {
        int close = closingBraces(cursor.position());
        boolean closed = close >= 0 && close < cursor.limit();
        if (!reported && closed) {
            ExpressionToken token = context.token(cursor.position(), cursor.limit());
            context.report(DiagnosticCode.UNEXPECTED_TOKEN, token.span(), "expected `}}`", null, token.description());
        } else if (!reported) {
            String help = "add `}}`, or write `\\{{` for the braces themselves";
            Span braces = new Span(start, start + 2);
            cursor.fail(DiagnosticCode.UNCLOSED_LITERAL, braces, "", help, "interpolation");
        }
        if (closed) {
            cursor.move(close + 2);
        } else {
            cursor.giveUp();
        }
    }

    /** The offset of the next closing braces, or -1; what was looked at once is not looked at again. */
    private int closingBraces(int from) {
        boolean known = closeLookedFrom >= 0 && from >= closeLookedFrom && (closeFound < 0 || from <= closeFound);
        if (!known) {
            closeLookedFrom = from;
            closeFound = context.text().indexOf("}}", from);
        }
        return closeFound;
    }
}
