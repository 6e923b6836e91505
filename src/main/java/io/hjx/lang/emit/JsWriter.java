package io.hjx.lang.emit;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.BinaryOperator;
import io.hjx.lang.ast.Expr.LogicalOperator;
import io.hjx.lang.ast.Expr.UnaryOperator;
import io.hjx.lang.eval.Builtin;
import io.hjx.lang.value.Json;
import io.hjx.lang.value.NumberFormat;
import io.hjx.lang.value.StringValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The walk of {@link JsExpressionEmitter} over one expression. Confined to the emitting thread. */
final class JsWriter implements Expr.Visitor<JsWriter.Code> {

    // How tightly a text binds
    static final int ASSIGNMENT = 1;
    static final int CONDITIONAL = 2;
    static final int COALESCE = 3;
    static final int OR = 4;
    static final int AND = 5;
    static final int EQUALITY = 6;
    static final int RELATIONAL = 7;
    static final int ADDITIVE = 8;
    static final int MULTIPLICATIVE = 9;
    static final int POWER = 10;
    static final int UNARY = 11;
    static final int LINK = 12;

    /** A text and how tightly it binds. */
    record Code(String text, int precedence) {}

    /** Where an expression stands. */
    enum Reach {
        /** Where server and browser must agree. */
        LAYOUT,
        /** Where time, chance and language count too: handlers and computed names. */
        HANDLER
    }

    private final Function<String, @Nullable String> names;
    private final String helpers;
    private final Reach reach;
    private final Marker marker;
    private final AtomicInteger made;

    JsWriter(Function<String, @Nullable String> names, String helpers, Reach reach, Marker marker) {
        this(names, helpers, reach, marker, new AtomicInteger());
    }

    private JsWriter(
            Function<String, @Nullable String> names, String helpers, Reach reach, Marker marker, AtomicInteger made) {
        this.names = names;
        this.helpers = helpers;
        this.reach = reach;
        this.marker = marker;
        this.made = made;
    }

    /** A writer for what stands inside a function with these further names. */
    JsWriter inside(Function<String, @Nullable String> inner) {
        return new JsWriter(inner, helpers, reach, marker, made);
    }

    Function<String, @Nullable String> names() {
        return names;
    }

    /** True where a built-in is there. */
    boolean reaches(Builtin builtin) {
        return reach == Reach.HANDLER || !builtin.serverOnly();
    }

    /** A name that nothing else has. */
    String fresh() {
        return "$" + made.getAndIncrement();
    }

    String write(Expr expr, int lowest) {
        Code code = expr.accept(this);
        return code.precedence() < lowest ? "(" + code.text() + ")" : code.text();
    }

    /** A call of one of the functions of {@code expr.js}. */
    Code help(String function, String... arguments) {
        return new Code(helper(function) + "(" + String.join(", ", arguments) + ")", LINK);
    }

    /** One of the functions of {@code expr.js} as a value. */
    String helper(String function) {
        return helpers + "." + function;
    }

    /** The expression where JavaScript's operators take strings, numbers and their like only. */
    String primitive(Expr expr, int lowest) {
        return JsTypes.isPrimitive(expr)
                ? write(expr, lowest)
                : help("prim", write(expr, ASSIGNMENT)).text();
    }

    static String quote(String text) {
        return Json.print(new StringValue(text))
                .replace(String.valueOf(Marker.OPEN), "\\ufdd0")
                .replace(String.valueOf(Marker.CLOSE), "\\ufdd1");
    }

    @Override
    public Code visitNumber(Expr.NumberLiteral expr) {
        return new Code(NumberFormat.format(expr.value()), UNARY);
    }

    @Override
    public Code visitString(Expr.StringLiteral expr) {
        return new Code(quote(expr.value()), LINK);
    }

    @Override
    public Code visitConstant(Expr.ConstantLiteral expr) {
        return switch (expr.value()) {
            case TRUE -> new Code("true", LINK);
            case FALSE -> new Code("false", LINK);
            case NULL -> new Code("null", LINK);
            case UNDEFINED -> new Code("undefined", LINK);
        };
    }

    @Override
    public Code visitTemplate(Expr.TemplateLiteral expr) {
        StringBuilder text = new StringBuilder(quote(expr.texts().get(0)));
        for (int i = 0; i < expr.expressions().size(); i++) {
            text.append(" + ").append(string(expr.expressions().get(i)));
            String next = expr.texts().get(i + 1);
            text.append(next.isEmpty() ? "" : " + " + quote(next));
        }
        return new Code(text.toString(), expr.expressions().isEmpty() ? LINK : ADDITIVE);
    }

    /** The expression's ToString, or what a `+` next to a string turns into it. */
    private String string(Expr expr) {
        return JsTypes.isPrimitive(expr)
                ? write(expr, MULTIPLICATIVE)
                : help("str", write(expr, ASSIGNMENT)).text();
    }

    @Override
    public Code visitArray(Expr.ArrayExpr expr) {
        return new Code("[" + list(expr.elements()) + "]", LINK);
    }

    String list(List<Expr> elements) {
        return elements.stream().map(each -> write(each, ASSIGNMENT)).collect(Collectors.joining(", "));
    }

    @Override
    public Code visitSpread(Expr.SpreadExpr expr) {
        return new Code("..." + write(expr.value(), ASSIGNMENT), LINK);
    }

    @Override
    public Code visitObject(Expr.ObjectExpr expr) {
        String members = expr.members().stream().map(this::member).collect(Collectors.joining(", "));
        return new Code("{" + members + "}", LINK);
    }

    private String member(Expr.ObjectMember member) {
        if (member instanceof Expr.SpreadMember spread) {
            return "..." + write(spread.value(), ASSIGNMENT);
        }
        Expr.Property property = (Expr.Property) member;
        return propertyKey(property.key()) + ": " + write(property.value(), ASSIGNMENT);
    }

    private String propertyKey(Expr.PropertyKey key) {
        if (key.computed() != null) {
            return "[" + primitive(key.computed(), ASSIGNMENT) + "]";
        }
        // In brackets it is a key like any other; without them it would be the prototype
        return key.text().equals("__proto__")
                ? "[\"__proto__\"]"
                : JsTypes.isName(key.text()) ? key.text() : quote(key.text());
    }

    /** What {@code get} takes for a key. */
    String key(Expr.PropertyKey key) {
        return key.computed() == null ? quote(key.text()) : write(key.computed(), ASSIGNMENT);
    }

    /** Reads a property of a value that a name holds. */
    String read(String name, Expr.PropertyKey key) {
        boolean direct = key.computed() == null && JsTypes.isOwnAlways(key.text());
        return direct ? name + "?." + key.text() : help("get", name, key(key)).text();
    }

    @Override
    public Code visitIdentifier(Expr.Identifier expr) {
        String known = names.apply(expr.name());
        String text = known != null ? known : new JsLinks(this).global(expr.name());
        return new Code(marker.at(expr.span()) + text, LINK);
    }

    @Override
    public Code visitMember(Expr.MemberExpr expr) {
        return new JsLinks(this).write(expr);
    }

    @Override
    public Code visitIndex(Expr.IndexExpr expr) {
        return new JsLinks(this).write(expr);
    }

    @Override
    public Code visitCall(Expr.CallExpr expr) {
        return new JsLinks(this).write(expr);
    }

    @Override
    public Code visitChain(Expr.ChainExpr expr) {
        return new JsLinks(this).write(expr.chain());
    }

    @Override
    public Code visitUnary(Expr.UnaryExpr expr) {
        boolean any = expr.operator() == UnaryOperator.NOT || expr.operator() == UnaryOperator.TYPEOF;
        String operand = any ? write(expr.operand(), UNARY) : primitive(expr.operand(), UNARY);
        String symbol = expr.operator() == UnaryOperator.TYPEOF
                ? "typeof "
                : expr.operator().symbol();
        boolean merges = !any && operand.startsWith(symbol);
        return new Code(symbol + (merges ? "(" + operand + ")" : operand), UNARY);
    }

    @Override
    public Code visitBinary(Expr.BinaryExpr expr) {
        return switch (expr.operator()) {
            case ADD -> add(expr);
            case IN -> help("has", write(expr.right(), ASSIGNMENT), write(expr.left(), ASSIGNMENT));
            case STRICT_EQUAL, STRICT_NOT_EQUAL -> infix(expr, EQUALITY, this::write);
            case EQUAL, NOT_EQUAL -> looseEquality(expr);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> infix(expr, RELATIONAL, this::primitive);
            case SUBTRACT -> infix(expr, ADDITIVE, this::primitive);
            case MULTIPLY, DIVIDE, REMAINDER -> infix(expr, MULTIPLICATIVE, this::primitive);
            case POWER -> new Code(primitive(expr.left(), LINK) + " ** " + primitive(expr.right(), POWER), POWER);
        };
    }

    private interface Operand {
        String write(Expr expr, int lowest);
    }

    private static Code infix(Expr.BinaryExpr expr, int precedence, Operand operand) {
        String left = operand.write(expr.left(), precedence);
        String right = operand.write(expr.right(), precedence + 1);
        return new Code(left + " " + expr.operator().symbol() + " " + right, precedence);
    }

    /** Two lists are joined; that needs a look at the values unless one side can be no list. */
    private Code add(Expr.BinaryExpr expr) {
        if (JsTypes.isPrimitive(expr.left()) || JsTypes.isPrimitive(expr.right())) {
            return infix(expr, ADDITIVE, this::primitive);
        }
        return help("add", write(expr.left(), ASSIGNMENT), write(expr.right(), ASSIGNMENT));
    }

    private Code looseEquality(Expr.BinaryExpr expr) {
        if (JsTypes.isNullish(expr.left()) || JsTypes.isNullish(expr.right())) {
            return infix(expr, EQUALITY, this::write);
        }
        if (JsTypes.isPrimitive(expr.left()) || JsTypes.isPrimitive(expr.right())) {
            return infix(expr, EQUALITY, this::primitive);
        }
        Code equal = help("equal", write(expr.left(), ASSIGNMENT), write(expr.right(), ASSIGNMENT));
        return expr.operator() == BinaryOperator.EQUAL ? equal : new Code("!" + equal.text(), UNARY);
    }

    @Override
    public Code visitLogical(Expr.LogicalExpr expr) {
        int precedence = switch (expr.operator()) {
            case AND -> AND;
            case OR -> OR;
            case COALESCE -> COALESCE;
        };
        String left = logicalOperand(expr.left(), expr.operator(), precedence);
        String right = logicalOperand(expr.right(), expr.operator(), precedence + 1);
        return new Code(left + " " + expr.operator().symbol() + " " + right, precedence);
    }

    private String logicalOperand(Expr expr, LogicalOperator around, int lowest) {
        boolean mixes = around == LogicalOperator.COALESCE
                && expr instanceof Expr.LogicalExpr inner
                && inner.operator() != LogicalOperator.COALESCE;
        return write(expr, mixes ? EQUALITY : lowest);
    }

    @Override
    public Code visitConditional(Expr.ConditionalExpr expr) {
        String condition = write(expr.condition(), COALESCE);
        String then = write(expr.then(), ASSIGNMENT);
        return new Code(condition + " ? " + then + " : " + write(expr.otherwise(), ASSIGNMENT), CONDITIONAL);
    }

    @Override
    public Code visitArrow(Expr.ArrowExpr expr) {
        return new Code(new JsArrow(this).write(expr), ASSIGNMENT);
    }

    @Override
    public Code visitMissing(Expr.MissingExpr expr) {
        return help("fail", quote("this expression could not be read"));
    }
}
