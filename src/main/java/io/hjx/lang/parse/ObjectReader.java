package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.PropertyKey;
import io.hjx.lang.parse.ExpressionToken.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The grammar of object literals and of property keys. Confined to the parsing thread. */
final class ObjectReader {

    private final ExpressionReader reader;
    private final TokenStream tokens;

    ObjectReader(ExpressionReader reader) {
        this.reader = reader;
        this.tokens = reader.tokens();
    }

    Expr object() {
        ExpressionToken open = tokens.open();
        List<Expr.ObjectMember> members = new ArrayList<>();
        while (!tokens.current().is("}")) {
            members.add(member());
            if (!tokens.accept(",")) {
                break;
            }
        }
        tokens.close(open, "}");
        return new Expr.ObjectExpr(tokens.from(open.start()), List.copyOf(members));
    }

    private Expr.ObjectMember member() {
        ExpressionToken first = tokens.current();
        if (tokens.accept("...")) {
            Expr value = reader.expression();
            return new Expr.SpreadMember(tokens.from(first.start()), value);
        }
        PropertyKey key = key();
        if (tokens.accept(":")) {
            Expr value = reader.expression();
            return new Expr.Property(tokens.from(first.start()), key, value);
        }
        return shorthand(first, key);
    }

    private Expr.ObjectMember shorthand(ExpressionToken name, PropertyKey key) {
        if (tokens.current().is("(")) {
            throw tokens.unexpected("expected `:`", "write a method as a property: `name: x => …`");
        }
        boolean fits = name.kind() == Kind.NAME && !ForeignSyntax.isReserved(name.text());
        if (!fits || !(tokens.current().is(",") || tokens.current().is("}"))) {
            throw tokens.unexpected("expected `:` and the property's value", null);
        }
        return new Expr.Property(name.span(), key, reader.named(name));
    }

    /** A name, string, number or computed key. */
    PropertyKey key() {
        ExpressionToken token = tokens.current();
        return switch (token.kind()) {
            case NAME, STRING -> new PropertyKey(tokens.take().text(), null);
            case NUMBER -> numberKey(tokens.take());
            default -> computedKey(token);
        };
    }

    private PropertyKey computedKey(ExpressionToken token) {
        if (!token.is("[")) {
            throw tokens.unexpected("expected a property's name", null);
        }
        ExpressionToken open = tokens.open();
        Expr key = reader.expression();
        tokens.close(open, "]");
        return new PropertyKey("", key);
    }

    /** A number that is no whole number is left to be printed where numbers are printed. */
    private static PropertyKey numberKey(ExpressionToken token) {
        double number = token.number();
        if (number == Math.rint(number) && number < 1e15) {
            return new PropertyKey(new BigDecimal(number).toPlainString(), null);
        }
        return new PropertyKey("", new Expr.NumberLiteral(token.span(), number));
    }
}
