package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Pattern;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.parse.ExpressionToken.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The grammar of an arrow function's parameters. Confined to the parsing thread; one for each function. */
final class PatternReader {

    private final ExpressionReader reader;
    private final TokenStream tokens;
    private final Set<String> names = new HashSet<>();

    PatternReader(ExpressionReader reader) {
        this.reader = reader;
        this.tokens = reader.tokens();
    }

    /** Reads {@code x} or {@code (x, [y] = [], ...rest)}. */
    List<Pattern> parameters() {
        if (tokens.current().kind() == Kind.NAME) {
            Name name = variable();
            return List.of(new Pattern.Variable(name.span(), name, null));
        }
        ExpressionToken open = tokens.open();
        List<Pattern> parameters = new ArrayList<>();
        while (!tokens.current().is(")")) {
            boolean rest = tokens.current().is("...");
            parameters.add(rest ? rest() : withFallback());
            if (rest || !tokens.accept(",")) {
                break;
            }
        }
        tokens.close(open, ")");
        return List.copyOf(parameters);
    }

    private Pattern rest() {
        int start = tokens.take().start();
        Pattern target = target(null, tokens.current().start());
        return new Pattern.Rest(tokens.from(start), target);
    }

    private Pattern withFallback() {
        int start = tokens.current().start();
        if (tokens.current().is("[") || tokens.current().is("{")) {
            Pattern bare = target(null, start);
            Expr fallback = fallback();
            return bare instanceof Pattern.ArrayPattern array
                    ? new Pattern.ArrayPattern(tokens.from(start), array.elements(), fallback)
                    : new Pattern.ObjectPattern(
                            tokens.from(start), ((Pattern.ObjectPattern) bare).properties(), fallback);
        }
        Name name = variable();
        Expr fallback = fallback();
        return new Pattern.Variable(tokens.from(start), name, fallback);
    }

    private Pattern target(@Nullable Expr fallback, int start) {
        if (tokens.current().is("[")) {
            List<@Nullable Pattern> elements = reader.nested(this::elements);
            return new Pattern.ArrayPattern(tokens.from(start), elements, fallback);
        }
        if (tokens.current().is("{")) {
            List<Pattern.Property> properties = reader.nested(this::properties);
            return new Pattern.ObjectPattern(tokens.from(start), properties, fallback);
        }
        Name name = variable();
        return new Pattern.Variable(name.span(), name, fallback);
    }

    private @Nullable Expr fallback() {
        return tokens.accept("=") ? reader.expression() : null;
    }

    private List<@Nullable Pattern> elements() {
        ExpressionToken open = tokens.open();
        List<@Nullable Pattern> elements = new ArrayList<>();
        while (!tokens.current().is("]")) {
            boolean rest = tokens.current().is("...");
            boolean hole = tokens.current().is(",");
            elements.add(hole ? null : rest ? rest() : withFallback());
            if (rest || !tokens.accept(",")) {
                break;
            }
        }
        tokens.close(open, "]");
        return Collections.unmodifiableList(elements);
    }

    private List<Pattern.Property> properties() {
        ExpressionToken open = tokens.open();
        List<Pattern.Property> properties = new ArrayList<>();
        while (!tokens.current().is("}")) {
            boolean rest = tokens.current().is("...");
            properties.add(rest ? new Pattern.Property(new Expr.PropertyKey("", null), rest()) : property());
            if (rest || !tokens.accept(",")) {
                break;
            }
        }
        tokens.close(open, "}");
        return List.copyOf(properties);
    }

    private Pattern.Property property() {
        ExpressionToken first = tokens.current();
        Expr.PropertyKey key = new ObjectReader(reader).key();
        if (tokens.accept(":")) {
            return new Pattern.Property(key, withFallback());
        }
        if (first.kind() != Kind.NAME) {
            throw tokens.unexpected("expected `:` and the name that takes the value", null);
        }
        Name name = declare(first);
        Expr fallback = fallback();
        return new Pattern.Property(key, new Pattern.Variable(tokens.from(first.start()), name, fallback));
    }

    private Name variable() {
        ExpressionToken token = tokens.current();
        if (token.kind() != Kind.NAME) {
            throw tokens.unexpected("expected a parameter's name", null);
        }
        Name name = declare(token);
        tokens.take();
        return name;
    }

    private Name declare(ExpressionToken token) {
        if (ForeignSyntax.isFixed(token.text())) {
            String help = "`" + token.text() + "` is a reserved word; take another name";
            throw tokens.fail(DiagnosticCode.UNEXPECTED_TOKEN, token.span(), help, token.description());
        }
        if (!names.add(token.text())) {
            throw tokens.fail(DiagnosticCode.REPEATED_PARAMETER, token.span(), null, token.text());
        }
        return new Name(token.span(), token.text());
    }
}
