package io.hjx.lang.analyze;

import io.hjx.lang.ast.Expr;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of expressions' values, where they are certain whatever the names hold. Confined to the compiling thread.
 */
final class KindFinder implements Expr.Visitor<ValueKind> {

    /** Methods of strings alone, and of lists alone, by what they return; {@code trim()} is a string or fails. */
    private static final Map<ValueKind, Set<String>> METHODS = Map.of(
            ValueKind.STRING,
            words("charAt join normalize padEnd padStart repeat replace replaceAll"
                    + " substr substring toExponential toFixed toLocaleString toLowerCase"
                    + " toPrecision toString toUpperCase toWellFormed trim trimEnd trimStart"),
            ValueKind.LIST,
            words("entries filter flat flatMap keys map push reverse sort split toReversed toSorted toSpliced unshift"
                    + " values with"),
            ValueKind.NUMBER,
            words("charCodeAt findIndex findLastIndex indexOf lastIndexOf localeCompare"),
            ValueKind.BOOLEAN,
            words("endsWith every hasOwnProperty includes isWellFormed some startsWith"));

    /** Methods that return what they are called on. */
    private static final Set<String> KEEPING = Set.of("concat", "slice", "valueOf");

    private static final Map<ValueKind, Set<String>> FUNCTIONS = Map.of(
            ValueKind.STRING, words("String encodeURIComponent uuid String.fromCharCode String.fromCodePoint"),
            ValueKind.NUMBER, words("Number parseInt parseFloat Date.now Number.parseInt Number.parseFloat"),
            ValueKind.BOOLEAN,
                    words("Boolean isNaN isFinite Array.isArray Number.isInteger Number.isNaN Object.hasOwn"),
            ValueKind.LIST, words("Array.from Array.of Object.keys Object.values Object.entries"));

    /** A computed name of a computed name of … is looked through so often. */
    private static final int DEEPEST = 16;

    private final NameMeanings names;
    private final Map<String, ValueKind> computed = new HashMap<>();
    private int depth;

    KindFinder(NameMeanings names) {
        this.names = names;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split(" "));
    }

    ValueKind of(Expr expr) {
        return expr.accept(this);
    }

    private static ValueKind find(Map<ValueKind, Set<String>> tables, String name) {
        for (Map.Entry<ValueKind, Set<String>> table : tables.entrySet()) {
            if (table.getValue().contains(name)) {
                return table.getKey();
            }
        }
        return ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitIdentifier(Expr.Identifier expr) {
        String own = names.builtIn(expr);
        if (own != null) {
            return own.equals("NaN") || own.equals("Infinity") ? ValueKind.NUMBER : ValueKind.UNKNOWN;
        }
        Symbol symbol = names.symbol(expr);
        return symbol != null && symbol.kind().computed() ? computed(symbol) : ValueKind.UNKNOWN;
    }

    private ValueKind computed(Symbol symbol) {
        ValueKind known = computed.get(symbol.name());
        if (known != null || depth == DEEPEST) {
            return known != null ? known : ValueKind.UNKNOWN;
        }
        computed.put(symbol.name(), ValueKind.UNKNOWN);
        depth++;
        ValueKind kind = of(symbol.value());
        depth--;
        computed.put(symbol.name(), kind);
        return kind;
    }

    @Override
    public ValueKind visitMember(Expr.MemberExpr expr) {
        String property = expr.property().text();
        String own = names.builtIn(expr.object());
        if (own != null) {
            boolean list = own.equals("user") && property.equals("roles");
            return list ? ValueKind.LIST : own.equals("Math") ? ValueKind.NUMBER : ValueKind.UNKNOWN;
        }
        ValueKind object = property.equals("length") ? of(expr.object()) : ValueKind.UNKNOWN;
        return object == ValueKind.STRING || object == ValueKind.LIST ? ValueKind.NUMBER : ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitCall(Expr.CallExpr expr) {
        String function = names.builtIn(expr.callee());
        if (function != null) {
            return find(FUNCTIONS, function);
        }
        return expr.callee() instanceof Expr.MemberExpr member && !expr.optional() ? method(member) : ValueKind.UNKNOWN;
    }

    private ValueKind method(Expr.MemberExpr callee) {
        String name = callee.property().text();
        String own = names.builtIn(callee.object());
        if (own != null && BuiltInMembers.ofNamespace(own) != null) {
            return own.equals("Math") ? ValueKind.NUMBER : find(FUNCTIONS, own + "." + name);
        }
        return KEEPING.contains(name) ? of(callee.object()) : find(METHODS, name);
    }

    @Override
    public ValueKind visitUnary(Expr.UnaryExpr expr) {
        return switch (expr.operator()) {
            case NOT -> ValueKind.BOOLEAN;
            case MINUS, PLUS -> ValueKind.NUMBER;
            case TYPEOF -> ValueKind.STRING;
        };
    }

    @Override
    public ValueKind visitBinary(Expr.BinaryExpr expr) {
        return switch (expr.operator()) {
            case ADD -> sum(of(expr.left()), of(expr.right()));
            case SUBTRACT, MULTIPLY, DIVIDE, REMAINDER, POWER -> ValueKind.NUMBER;
            default -> ValueKind.BOOLEAN;
        };
    }

    private static ValueKind sum(ValueKind left, ValueKind right) {
        if (left == ValueKind.STRING || right == ValueKind.STRING) {
            return ValueKind.STRING;
        }
        boolean added = left == ValueKind.NUMBER || left == ValueKind.LIST;
        return left == right && added ? left : ValueKind.UNKNOWN;
    }

    private ValueKind either(Expr one, Expr other) {
        ValueKind kind = of(one);
        return kind == of(other) ? kind : ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitLogical(Expr.LogicalExpr expr) {
        return either(expr.left(), expr.right());
    }

    @Override
    public ValueKind visitConditional(Expr.ConditionalExpr expr) {
        return either(expr.then(), expr.otherwise());
    }

    @Override
    public ValueKind visitNumber(Expr.NumberLiteral expr) {
        return ValueKind.NUMBER;
    }

    @Override
    public ValueKind visitString(Expr.StringLiteral expr) {
        return ValueKind.STRING;
    }

    @Override
    public ValueKind visitTemplate(Expr.TemplateLiteral expr) {
        return ValueKind.STRING;
    }

    @Override
    public ValueKind visitConstant(Expr.ConstantLiteral expr) {
        boolean truth = expr.value() == Expr.Constant.TRUE || expr.value() == Expr.Constant.FALSE;
        return truth ? ValueKind.BOOLEAN : ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitArray(Expr.ArrayExpr expr) {
        return ValueKind.LIST;
    }

    @Override
    public ValueKind visitObject(Expr.ObjectExpr expr) {
        return ValueKind.OBJECT;
    }

    @Override
    public ValueKind visitSpread(Expr.SpreadExpr expr) {
        return ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitIndex(Expr.IndexExpr expr) {
        return ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitChain(Expr.ChainExpr expr) {
        return ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitArrow(Expr.ArrowExpr expr) {
        return ValueKind.UNKNOWN;
    }

    @Override
    public ValueKind visitMissing(Expr.MissingExpr expr) {
        return ValueKind.UNKNOWN;
    }
}
