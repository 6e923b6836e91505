package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.source.Span;
import org.jspecify.annotations.Nullable;

/** What stands in the parentheses of {@code for}, in layouts as in handlers. Immutable. */
record LoopHead(Name item, Name index, Expr list, @Nullable Expr key) {

    private static final String FORM = "write `for (item in list):`";

    /** Reads from the opening parenthesis through the closing one; only a keyed loop takes {@code key}. */
    static LoopHead read(Cursor cursor, boolean keyed) {
        cursor.blank();
        Name item = cursor.take("(") ? item(cursor) : bareItem(cursor);
        Name index = index(cursor, item);
        if (!cursor.takeWord("in")) {
            cursor.unexpected("expected `in`", FORM);
        }
        Expr list = expression(cursor);
        cursor.blank();
        Expr key = keyed && cursor.takeWord("key") ? cursor.expression() : null;
        cursor.expect(")", keyed ? "expected `)` or `key`" : "expected `)`");
        return new LoopHead(item, index, list, key);
    }

    private static Name item(Cursor cursor) {
        cursor.blank();
        return cursor.identifier("expected a name for the item", FORM);
    }

    /** The item's name where the parenthesis is missing, so that what the loop holds is not reported as well. */
    private static Name bareItem(Cursor cursor) {
        int start = cursor.position();
        Name item = cursor.atName() ? cursor.run(ExpressionLexer::isNamePart) : cursor.missing();
        cursor.move(start);
        cursor.unexpected("expected `(`", FORM);
        return item;
    }

    private static Name index(Cursor cursor, Name item) {
        cursor.blank();
        if (!cursor.take(",")) {
            return new Name(Span.at(item.span().end()), "index");
        }
        cursor.blank();
        Name index = cursor.identifier("expected a name for the position", "write `for (item, i in list):`");
        cursor.blank();
        return index;
    }

    private static Expr expression(Cursor cursor) {
        return cursor.failed() ? new Expr.MissingExpr(Span.at(cursor.position())) : cursor.expression();
    }
}
