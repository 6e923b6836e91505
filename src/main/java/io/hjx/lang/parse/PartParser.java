package io.hjx.lang.parse;

import io.hjx.lang.ast.Element.Attribute;
import io.hjx.lang.ast.Element.ClassToggle;
import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Template;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.source.Span;

/** Reads what stands between an element's classes and its colon, inside parentheses and outside. */
final class PartParser {

    private static final int OUTSIDE = -1;

    private final BindingParser bindings;
    private final AttributeValues values;

    PartParser(TemplateParser templates, Numbering numbering) {
        this.bindings = new BindingParser(numbering);
        this.values = new AttributeValues(templates);
    }

    void parts(Cursor cursor, ElementParts parts) {
        cursor.blank();
        while (!cursor.atEnd() && !cursor.at(":")) {
            if (cursor.take("(")) {
                group(cursor, parts);
            } else {
                item(cursor, parts, OUTSIDE);
            }
            cursor.blank();
        }
    }

    private void group(Cursor cursor, ElementParts parts) {
        int open = cursor.position() - 1;
        cursor.blank();
        while (!cursor.take(")")) {
            if (cursor.atEnd()) {
                cursor.unexpected(closing(cursor, open), null);
                return;
            }
            item(cursor, parts, open);
            cursor.blank();
            if (cursor.take(",")) {
                cursor.blank();
            }
        }
    }

    /** Reads one part; {@code open} is the offset of the parenthesis around it, or {@link #OUTSIDE}. */
    private void item(Cursor cursor, ElementParts parts, int open) {
        int start = cursor.position();
        boolean grouped = open != OUTSIDE;
        if (!cursor.atName()) {
            refuse(cursor, open);
            return;
        }
        Name name = partName(cursor);
        boolean spaced = Trivia.isBlank(cursor.peek());
        int behind = cursor.position();
        cursor.blank();
        if (cursor.take("=")) {
            attribute(cursor, parts, start, name, values.read(cursor, name));
        } else if (spaced && cursor.atName() && name.text().equals("on")) {
            bindings.event(cursor, start).ifPresent(parts::add);
        } else if (spaced && cursor.atName() && name.text().equals("bind")) {
            bindings.value(cursor, start).ifPresent(parts::add);
        } else if (spaced && name.text().equals("class")) {
            toggle(cursor, parts, start, grouped);
        } else if (grouped && cursor.take(":")) {
            cursor.blank();
            attribute(cursor, parts, start, name, AttributeValues.single(cursor.expression()));
        } else if (cursor.at("->") && !name.text().equals("on")) {
            cursor.unexpected("expected `on` in front of an event", "write `on " + name + " -> …`");
        } else {
            cursor.move(behind);
            warnOfColon(cursor, name);
            Expr yes = new Expr.ConstantLiteral(name.span(), Expr.Constant.TRUE);
            attribute(cursor, parts, start, name, AttributeValues.single(yes));
        }
    }

    private static void warnOfColon(Cursor cursor, Name name) {
        int colon = name.text().indexOf(':');
        if (colon > 0) {
            String value = name.text().substring(0, colon) + ": " + name.text().substring(colon + 1);
            String help = "for an expression put a space behind the colon: `(" + value + ")`";
            cursor.context().report(DiagnosticCode.COLON_IN_ATTRIBUTE, name.span(), "", help, name);
        }
    }

    private static void attribute(Cursor cursor, ElementParts parts, int start, Name name, Template value) {
        if (!cursor.failed()) {
            parts.add(new Attribute(new Span(start, cursor.position()), name, value));
        }
    }

    private static void toggle(Cursor cursor, ElementParts parts, int start, boolean grouped) {
        if (!grouped) {
            String help = "put it in parentheses, `(class done: todo.done)`, or write `class=\"…\"`";
            cursor.unexpected("expected `=`", help);
            return;
        }
        Name name = ClassNames.read(cursor);
        cursor.blank();
        if (!cursor.take(":")) {
            boolean tight = name.text().contains(":");
            String help = tight ? "put a space behind the colon" : "write `class " + name + ": condition`";
            cursor.unexpected("expected `:` and a condition", help);
        }
        cursor.blank();
        if (!cursor.failed()) {
            Expr condition = cursor.expression();
            parts.add(new ClassToggle(new Span(start, cursor.position()), name, condition));
        }
    }

    /** A name in which a colon counts only where the name goes on behind it, and a dash not where it is an arrow's. */
    static Name partName(Cursor cursor) {
        int start = cursor.position();
        while (!cursor.atEnd() && goesOn(cursor)) {
            cursor.move(cursor.position() + 1);
        }
        return cursor.nameFrom(start);
    }

    private static boolean goesOn(Cursor cursor) {
        return cursor.at(":") ? isPart(cursor.peek(1)) : isPart(cursor.peek()) && !cursor.at("->");
    }

    private static boolean isPart(char c) {
        return ExpressionLexer.isNamePart(c) || c == '-' || c == '.';
    }

    private static String closing(Cursor cursor, int open) {
        return "expected `)`, which closes the `(` at "
                + cursor.context().source().position(open);
    }

    private static void refuse(Cursor cursor, int open) {
        boolean grouped = open != OUTSIDE;
        String help = null;
        if (cursor.atQuote()) {
            help = grouped ? "give the value a name: `title=\"…\"`" : "put `:` in front of the text";
        } else if (cursor.at("@")) {
            help = "write `on click -> handler`";
        } else if (cursor.at("{")) {
            help = "give the value a name: `title={{…}}`";
        }
        cursor.unexpected(grouped ? closing(cursor, open) : "expected `:`", help);
    }
}
