package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Expr.LogicalOperator;
import io.hjx.lang.source.Span;
import io.hjx.lang.value.BooleanValue;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.FunctionValue;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.NullValue;
import io.hjx.lang.value.NumberValue;
import io.hjx.lang.value.ObjectValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Undefined;
import io.hjx.lang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The walk over one expression, or over the body of one arrow function. Confined to the evaluating thread. */
final class Evaluation implements Expr.Visitor<Value> {

    private final Names names;
    private final Budget budget;
    private final @Nullable Surroundings surroundings;

    Evaluation(Names names, Budget budget, @Nullable Surroundings surroundings) {
        this.names = names;
        this.budget = budget;
        this.surroundings = surroundings;
    }

    /** The same with other names: a function's body. */
    Evaluation in(Names inner) {
        return new Evaluation(inner, budget, surroundings);
    }

    Names names() {
        return names;
    }

    Budget budget() {
        return budget;
    }

    /** Null where only what server and browser agree on is there. */
    @Nullable Surroundings surroundings() {
        return surroundings;
    }

    Value evaluate(Expr expr) {
        budget.spend(1);
        budget.enter();
        try {
            return expr.accept(this);
        } finally {
            budget.leave();
        }
    }

    /** JavaScript's ToString. */
    String text(Value value) {
        if (value instanceof StringValue string) {
            return string.value();
        }
        budget.grow(Conversions.weight(value));
        String text = Conversions.toText(value);
        budget.grow(text.length());
        return text;
    }

    Value primitive(Value value) {
        if (value instanceof ListValue || value instanceof ObjectValue || value instanceof FunctionValue) {
            return new StringValue(text(value));
        }
        return value;
    }

    double number(Value value) {
        return Conversions.toNumber(primitive(value));
    }

    /** The key that a value is in brackets. */
    String key(Value value) {
        return text(value);
    }

    /** What {@code ...value} lists: a list's items, a string's code points. */
    ListValue iterate(Value value, Span span) {
        if (value instanceof ListValue list) {
            return list;
        }
        if (value instanceof StringValue string) {
            budget.spend(string.value().length());
            ListValue.Builder builder = new ListValue.Builder(string.value().length());
            string.value().codePoints().forEach(c -> builder.add(new StringValue(Character.toString(c))));
            return builder.build();
        }
        throw new EvaluationException(span, Wording.kind(value) + " is no list");
    }

    @Override
    public Value visitNumber(Expr.NumberLiteral expr) {
        return NumberValue.of(expr.value());
    }

    @Override
    public Value visitString(Expr.StringLiteral expr) {
        return new StringValue(expr.value());
    }

    @Override
    public Value visitConstant(Expr.ConstantLiteral expr) {
        return switch (expr.value()) {
            case TRUE -> BooleanValue.TRUE;
            case FALSE -> BooleanValue.FALSE;
            case NULL -> NullValue.NULL;
            case UNDEFINED -> Undefined.UNDEFINED;
        };
    }

    @Override
    public Value visitTemplate(Expr.TemplateLiteral expr) {
        StringBuilder text = new StringBuilder(expr.texts().get(0));
        for (int i = 0; i < expr.expressions().size(); i++) {
            text.append(text(evaluate(expr.expressions().get(i))));
            text.append(expr.texts().get(i + 1));
            budget.grow(text.length());
        }
        return new StringValue(text.toString());
    }

    @Override
    public Value visitArray(Expr.ArrayExpr expr) {
        return list(expr.elements());
    }

    /** The values of list elements or arguments, spread ones included. */
    private ListValue list(List<Expr> elements) {
        ListValue.Builder builder = new ListValue.Builder(elements.size());
        for (Expr element : elements) {
            if (element instanceof Expr.SpreadExpr spread) {
                ListValue items = iterate(evaluate(spread.value()), spread.span());
                budget.grow((long) builder.size() + items.size());
                builder.addAll(items);
            } else {
                builder.add(evaluate(element));
            }
        }
        return builder.build();
    }

    List<Value> arguments(Expr.CallExpr expr) {
        List<Expr> arguments = expr.arguments();
        if (arguments.size() == 1 && !(arguments.get(0) instanceof Expr.SpreadExpr)) {
            return List.of(evaluate(arguments.get(0)));
        }
        return arguments.isEmpty() ? List.of() : list(arguments).items();
    }

    @Override
    public Value visitObject(Expr.ObjectExpr expr) {
        ObjectValue.Builder builder = new ObjectValue.Builder(expr.members().size());
        for (Expr.ObjectMember member : expr.members()) {
            if (member instanceof Expr.Property property) {
                Expr computed = property.key().computed();
                String key = computed == null ? property.key().text() : key(evaluate(computed));
                builder.put(key, evaluate(property.value()));
            } else if (member instanceof Expr.SpreadMember spread) {
                ObjectFunctions.spread(builder, evaluate(spread.value()), budget);
            }
        }
        return builder.build();
    }

    @Override
    public Value visitSpread(Expr.SpreadExpr expr) {
        throw new EvaluationException(expr.span(), "`...` stands in lists, objects and calls only");
    }

    @Override
    public Value visitIdentifier(Expr.Identifier expr) {
        Value value = names.find(expr.name());
        return value != null ? value : new Calls(this).global(expr);
    }

    @Override
    public Value visitMember(Expr.MemberExpr expr) {
        return orUndefined(link(expr));
    }

    @Override
    public Value visitIndex(Expr.IndexExpr expr) {
        return orUndefined(link(expr));
    }

    @Override
    public Value visitCall(Expr.CallExpr expr) {
        return orUndefined(link(expr));
    }

    @Override
    public Value visitChain(Expr.ChainExpr expr) {
        return orUndefined(link(expr.chain()));
    }

    private static Value orUndefined(@Nullable Value value) {
        return value == null ? Undefined.UNDEFINED : value;
    }

    /** One link of a chain; null where a {@code ?.} in it found nothing, so that the whole chain is undefined. */
    @Nullable Value link(Expr expr) {
        if (expr instanceof Expr.MemberExpr member) {
            return member(member);
        }
        if (expr instanceof Expr.IndexExpr index) {
            return index(index);
        }
        return expr instanceof Expr.CallExpr call ? new Calls(this).call(call) : evaluate(expr);
    }

    private @Nullable Value member(Expr.MemberExpr expr) {
        Value object = expr.object() instanceof Expr.Identifier name ? names.find(name.name()) : null;
        if (object != null) {
            budget.spend(1);
            object = expr.optional() && Conversions.isNullish(object) ? null : object;
        } else if (expr.object() instanceof Expr.Identifier namespace) {
            return new Calls(this).staticMember(namespace, expr);
        } else {
            object = object(expr.object(), expr.optional());
        }
        return object == null ? null : Properties.get(object, expr.property().text());
    }

    private @Nullable Value index(Expr.IndexExpr expr) {
        Value object = object(expr.object(), expr.optional());
        if (object == null) {
            return null;
        }
        Value index = evaluate(expr.index());
        return Properties.get(object, index instanceof NumberValue ? index : primitive(index));
    }

    /** What stands in front of a link; null where the chain ends there. */
    @Nullable Value object(Expr expr, boolean optional) {
        budget.enter();
        Value object;
        try {
            object = link(expr);
        } finally {
            budget.leave();
        }
        return object == null || (optional && Conversions.isNullish(object)) ? null : object;
    }

    @Override
    public Value visitUnary(Expr.UnaryExpr expr) {
        Value operand = evaluate(expr.operand());
        return switch (expr.operator()) {
            case NOT -> BooleanValue.of(!Conversions.toBoolean(operand));
            case MINUS -> NumberValue.of(-number(operand));
            case PLUS -> NumberValue.of(number(operand));
            case TYPEOF -> new StringValue(operand.typeName());
        };
    }

    @Override
    public Value visitBinary(Expr.BinaryExpr expr) {
        Value left = evaluate(expr.left());
        Value right = evaluate(expr.right());
        return expr.operator() == Expr.BinaryOperator.IN
                ? BooleanValue.of(isIn(left, right, expr.right().span()))
                : Operators.apply(expr.operator(), left, right, this);
    }

    private boolean isIn(Value key, Value container, Span span) {
        if (container instanceof ObjectValue object) {
            return object.has(key(key));
        }
        if (container instanceof ListValue list) {
            return Properties.has(list, key(key));
        }
        throw new EvaluationException(span, "`in` looks into an object, and " + Wording.kind(container) + " is none");
    }

    @Override
    public Value visitLogical(Expr.LogicalExpr expr) {
        Value left = evaluate(expr.left());
        boolean decided = expr.operator() == LogicalOperator.COALESCE
                ? !Conversions.isNullish(left)
                : Conversions.toBoolean(left) == (expr.operator() == LogicalOperator.OR);
        return decided ? left : evaluate(expr.right());
    }

    @Override
    public Value visitConditional(Expr.ConditionalExpr expr) {
        return evaluate(Conversions.toBoolean(evaluate(expr.condition())) ? expr.then() : expr.otherwise());
    }

    @Override
    public Value visitArrow(Expr.ArrowExpr expr) {
        return new Arrow(expr, this);
    }

    @Override
    public Value visitMissing(Expr.MissingExpr expr) {
        throw new EvaluationException(expr.span(), "this expression could not be read");
    }
}
