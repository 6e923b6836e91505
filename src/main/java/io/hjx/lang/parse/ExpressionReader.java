package io.hjx.lang.parse;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.BinaryOperator;
import io.hjx.lang.ast.Expr.Constant;
import io.hjx.lang.ast.Expr.LogicalOperator;
import io.hjx.lang.ast.Expr.UnaryOperator;
import io.hjx.lang.ast.Name;
import io.hjx.lang.ast.Path;
import io.hjx.lang.diagnostic.DiagnosticCode;
import io.hjx.lang.parse.ExpressionToken.Kind;
import io.hjx.lang.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The grammar of expressions, one method a rule, over the tokens of one expression. Confined to the parsing thread. */
final class ExpressionReader {

    private static final int LOWEST = 1;

    private static final Map<String, UnaryOperator> UNARY_OPERATORS = Map.of(
            "!", UnaryOperator.NOT, "-", UnaryOperator.MINUS, "+", UnaryOperator.PLUS, "typeof", UnaryOperator.TYPEOF);

    private final TokenStream tokens;
    /** How deep the rules have called one another. */
    private int depth;
    /** The height of the tallest tree among those that the present rule has read. */
    private int tallest;

    ExpressionReader(TokenStream tokens) {
        this.tokens = tokens;
    }

    TokenStream tokens() {
        return tokens;
    }

    /** An expression behind which nothing of JavaScript's own follows. */
    Expr whole() {
        Expr expr = expression();
        String help = ForeignSyntax.tailHelp(tokens.current());
        if (help != null) {
            throw tokens.foreign(help);
        }
        return expr;
    }

    Expr expression() {
        return nested(() -> tokens.atArrow() ? arrow() : conditional());
    }

    /** Reads what is one level deeper in the tree. */
    <T> T nested(Supplier<T> rule) {
        int outer = tallest;
        tallest = 0;
        deeper();
        T read = rule.get();
        depth--;
        grow();
        tallest = Math.max(outer, tallest);
        return read;
    }

    private void deeper() {
        if (++depth > ExpressionParser.MAX_DEPTH) {
            throw tooDeep();
        }
    }

    /** What was read becomes part of a new node. */
    private void grow() {
        if (++tallest > ExpressionParser.MAX_DEPTH) {
            throw tooDeep();
        }
    }

    private TokenStream.Unreadable tooDeep() {
        String help = "move a part of it into a `computed:` line or a `let` line";
        return tokens.fail(DiagnosticCode.NESTED_TOO_DEEPLY, tokens.current().span(), help);
    }

    private Expr arrow() {
        int start = tokens.current().start();
        var parameters = new PatternReader(this).parameters();
        tokens.take();
        if (tokens.current().is("{")) {
            String help = "the body is one expression; an object stands in parentheses: `=> ({…})`";
            throw tokens.unexpected("a function's body in braces is not part of expressions", help);
        }
        Expr body = expression();
        return new Expr.ArrowExpr(tokens.from(start), parameters, body);
    }

    private Expr conditional() {
        int start = tokens.current().start();
        Expr condition = binary(LOWEST);
        if (!tokens.accept("?")) {
            return condition;
        }
        Expr then = expression();
        if (!tokens.accept(":")) {
            throw tokens.unexpected("expected `:` and the value for the other case", null);
        }
        Expr otherwise = expression();
        return new Expr.ConditionalExpr(tokens.from(start), condition, then, otherwise);
    }

    private Expr binary(int lowest) {
        int outer = tallest;
        tallest = 0;
        int start = tokens.current().start();
        Expr left = unary();
        Infix infix = Infix.of(tokens.current());
        while (infix != null && infix.precedence() >= lowest) {
            checkMix(left, start, infix);
            deeper();
            tokens.take();
            Expr right = binary(infix.rightPrecedence());
            depth--;
            grow();
            left = infix.join(tokens.from(start), left, right);
            infix = Infix.of(tokens.current());
        }
        tallest = Math.max(outer, tallest);
        return left;
    }

    /**
     * As in JavaScript, {@code ??} and {@code ||} or {@code &&} do not mix, and {@code -a ** b} says nothing certain.
     */
    private void checkMix(Expr left, int start, Infix next) {
        boolean bare = left.span().start() == start && left.span().end() == tokens.lastEnd();
        if (bare && next.logical() != null && left instanceof Expr.LogicalExpr logical) {
            boolean coalesces = logical.operator() == LogicalOperator.COALESCE;
            if (coalesces != (next.logical() == LogicalOperator.COALESCE)) {
                throw mixed(logical.operator().symbol(), next.symbol());
            }
        }
        if (bare && next.binary() == BinaryOperator.POWER && left instanceof Expr.UnaryExpr unary) {
            throw mixed(unary.operator().symbol(), next.symbol());
        }
    }

    private TokenStream.Unreadable mixed(String first, String second) {
        String help = "put parentheses around what belongs together";
        return tokens.fail(DiagnosticCode.MIXED_OPERATORS, tokens.current().span(), help, first, second);
    }

    private Expr unary() {
        ExpressionToken token = tokens.current();
        boolean possible = token.kind() == Kind.SYMBOL || token.kind() == Kind.NAME;
        UnaryOperator operator = possible ? UNARY_OPERATORS.get(token.text()) : null;
        if (operator == null) {
            return postfix();
        }
        tokens.take();
        Expr operand = nested(this::unary);
        return new Expr.UnaryExpr(tokens.from(token.start()), operator, operand);
    }

    private Expr postfix() {
        int outer = tallest;
        tallest = 0;
        int start = tokens.current().start();
        Expr expr = primary();
        boolean optional = false;
        boolean next = tokens.current().is("?.");
        for (Expr longer = link(expr, start); longer != null; longer = link(expr, start)) {
            grow();
            optional |= next;
            next = tokens.current().is("?.");
            expr = longer;
        }
        tallest = Math.max(outer, tallest);
        return optional ? new Expr.ChainExpr(tokens.from(start), expr) : expr;
    }

    /** One more link of a chain of members and calls, or null where it ends. */
    private @Nullable Expr link(Expr object, int start) {
        boolean optional = tokens.accept("?.");
        if (tokens.current().is("[")) {
            Expr index = index();
            return new Expr.IndexExpr(tokens.from(start), object, index, optional);
        }
        if (tokens.current().is("(")) {
            List<Expr> arguments = argumentList();
            return new Expr.CallExpr(tokens.from(start), object, arguments, optional);
        }
        if (optional || tokens.accept(".")) {
            Name property = propertyName();
            return new Expr.MemberExpr(tokens.from(start), object, property, optional);
        }
        return null;
    }

    private Expr index() {
        ExpressionToken open = tokens.open();
        Expr index = expression();
        tokens.close(open, "]");
        return index;
    }

    Name propertyName() {
        ExpressionToken token = tokens.current();
        if (token.kind() != Kind.NAME) {
            throw tokens.unexpected("expected a property's name", null);
        }
        tokens.take();
        return new Name(token.span(), token.text());
    }

    List<Expr> argumentList() {
        if (!tokens.current().is("(")) {
            throw tokens.unexpected("expected `(`", null);
        }
        ExpressionToken open = tokens.open();
        List<Expr> arguments = new ArrayList<>();
        while (!tokens.current().is(")")) {
            arguments.add(spreadOrExpression());
            if (!tokens.accept(",")) {
                break;
            }
        }
        tokens.close(open, ")");
        return List.copyOf(arguments);
    }

    private Expr spreadOrExpression() {
        int start = tokens.current().start();
        if (!tokens.accept("...")) {
            return expression();
        }
        Expr value = expression();
        return new Expr.SpreadExpr(tokens.from(start), value);
    }

    private Expr primary() {
        ExpressionToken token = tokens.current();
        return switch (token.kind()) {
            case NUMBER -> new Expr.NumberLiteral(tokens.take().span(), token.number());
            case STRING -> new Expr.StringLiteral(tokens.take().span(), token.text());
            case TEMPLATE -> template();
            case NAME -> word();
            case SYMBOL -> bracket();
            case UNKNOWN, END -> throw tokens.unexpected("expected an expression", null);
        };
    }

    private Expr word() {
        ExpressionToken token = tokens.current();
        Expr named = named(token);
        String help = named instanceof Expr.Identifier ? ForeignSyntax.operandHelp(token) : null;
        if (help != null) {
            throw tokens.foreign(help);
        }
        tokens.take();
        if (token.isName("not") && tokens.current().kind() == Kind.NAME && Infix.of(tokens.current()) == null) {
            throw tokens.fail(DiagnosticCode.FOREIGN_SYNTAX, token.span(), "write `!`", token.description());
        }
        return named;
    }

    /** The literal or identifier that a name is. */
    Expr named(ExpressionToken token) {
        Span span = token.span();
        return switch (token.text()) {
            case "true" -> new Expr.ConstantLiteral(span, Constant.TRUE);
            case "false" -> new Expr.ConstantLiteral(span, Constant.FALSE);
            case "null" -> new Expr.ConstantLiteral(span, Constant.NULL);
            case "undefined" -> new Expr.ConstantLiteral(span, Constant.UNDEFINED);
            case "NaN" -> new Expr.NumberLiteral(span, Double.NaN);
            case "Infinity" -> new Expr.NumberLiteral(span, Double.POSITIVE_INFINITY);
            default -> new Expr.Identifier(span, token.text());
        };
    }

    private Expr bracket() {
        ExpressionToken token = tokens.current();
        return switch (token.text()) {
            case "(" -> group();
            case "[" -> array();
            case "{" -> new ObjectReader(this).object();
            default -> {
                String help = ForeignSyntax.operandHelp(token);
                throw help == null ? tokens.unexpected("expected an expression", null) : tokens.foreign(help);
            }
        };
    }

    private Expr group() {
        ExpressionToken open = tokens.open();
        Expr inner = expression();
        if (tokens.current().is(",")) {
            throw tokens.unexpected("parentheses hold one expression", "a list is written in brackets: `[a, b]`");
        }
        tokens.close(open, ")");
        return inner;
    }

    private Expr array() {
        ExpressionToken open = tokens.open();
        List<Expr> elements = new ArrayList<>();
        while (!tokens.current().is("]")) {
            boolean hole = tokens.current().is(",");
            elements.add(hole ? hole() : spreadOrExpression());
            if (!tokens.accept(",")) {
                break;
            }
        }
        tokens.close(open, "]");
        return new Expr.ArrayExpr(tokens.from(open.start()), List.copyOf(elements));
    }

    private Expr hole() {
        return new Expr.ConstantLiteral(Span.at(tokens.lastEnd()), Constant.UNDEFINED);
    }

    private Expr template() {
        ExpressionToken quote = tokens.current();
        List<String> texts = new ArrayList<>();
        List<Expr> expressions = new ArrayList<>();
        ExpressionLiterals.Chunk chunk = tokens.chunk(quote.end());
        texts.add(chunk.text());
        while (!chunk.last()) {
            expressions.add(expression());
            chunk = tokens.chunk(tokens.closeTemplateExpression(quote));
            texts.add(chunk.text());
        }
        return new Expr.TemplateLiteral(tokens.from(quote.start()), List.copyOf(texts), List.copyOf(expressions));
    }

    Path path() {
        ExpressionToken root = tokens.current();
        if (root.kind() != Kind.NAME || ForeignSyntax.isFixed(root.text())) {
            throw tokens.unexpected("expected the name of a state entry", null);
        }
        tokens.take();
        List<Path.Step> steps = new ArrayList<>();
        Path.Step step = step();
        while (step != null) {
            steps.add(step);
            step = step();
        }
        return new Path(tokens.from(root.start()), new Name(root.span(), root.text()), List.copyOf(steps));
    }

    private Path.@Nullable Step step() {
        int start = tokens.current().start();
        if (tokens.current().is("?.") || tokens.current().is("(")) {
            throw tokens.unexpected("a path is made of `.name` and `[index]`", null);
        }
        if (tokens.current().is("[")) {
            Expr index = index();
            return new Path.Index(tokens.from(start), index);
        }
        if (!tokens.accept(".")) {
            return null;
        }
        Name name = propertyName();
        return new Path.Field(tokens.from(start), name);
    }

    static Path missingPath(Span span) {
        return new Path(span, new Name(Span.at(span.start()), ""), List.of());
    }
}
