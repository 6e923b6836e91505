package io.hjx.lang.eval;

import io.hjx.lang.ast.Expr;
import io.hjx.lang.ast.Path;
import io.hjx.lang.ast.Template;
import io.hjx.lang.source.SourceFile;
import io.hjx.lang.value.Conversions;
import io.hjx.lang.value.ListValue;
import io.hjx.lang.value.StringValue;
import io.hjx.lang.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One evaluation: the state it works on, what it may spend, and what it has written. Confined to its thread. */
final class Run {

    final StateAccess state;
    final Budget budget;
    private @Nullable ExpressionEvaluator full;
    private @Nullable Set<String> written;

    Run(StateAccess state, Budget budget) {
        this.state = state;
        this.budget = budget;
    }

    /** Evaluates what only the server does: handlers, computed names, arguments. */
    Value evaluate(Expr expr, Names names, SourceFile source) {
        ExpressionEvaluator evaluator = full;
        if (evaluator == null) {
            evaluator = ExpressionEvaluator.with(state.surroundings());
            full = evaluator;
        }
        return evaluate(evaluator, expr, names, source);
    }

    /** The arguments of a call, spread ones included. */
    List<Value> arguments(List<Expr> exprs, Names names, SourceFile source) {
        List<Value> values = new ArrayList<>(exprs.size());
        for (Expr expr : exprs) {
            if (expr instanceof Expr.SpreadExpr spread) {
                Value list = evaluate(spread.value(), names, source);
                if (!(list instanceof ListValue items)) {
                    throw new EvaluationException(spread.span(), "`...` takes a list here").in(source);
                }
                values.addAll(items.items());
            } else {
                values.add(evaluate(expr, names, source));
            }
        }
        return values;
    }

    /** Evaluates what the browser does as well: everything that a layout shows. */
    Value evaluateShown(Expr expr, Names names, SourceFile source) {
        return evaluate(ExpressionEvaluator.pure(), expr, names, source);
    }

    private Value evaluate(ExpressionEvaluator evaluator, Expr expr, Names names, SourceFile source) {
        try {
            return evaluator.evaluate(expr, names, budget);
        } catch (EvaluationException failure) {
            throw failure.in(source);
        }
    }

    /** An attribute's value: of a single interpolation its own, else a text. */
    Value evaluateShown(Template template, Names names, SourceFile source) {
        List<Template.Part> parts = template.parts();
        if (parts.size() == 1 && parts.get(0) instanceof Template.Interpolation interpolation) {
            return evaluateShown(interpolation.expression(), names, source);
        }
        StringBuilder text = new StringBuilder();
        for (Template.Part part : parts) {
            if (part instanceof Template.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Template.Interpolation interpolation) {
                text.append(Conversions.toShown(evaluateShown(interpolation.expression(), names, source)));
            }
            budget.grow(text.length());
        }
        return new StringValue(text.toString());
    }

    /** The steps of a path as texts and numbers. */
    List<Value> keys(Path path, Names names, SourceFile source) {
        if (path.steps().isEmpty()) {
            return List.of();
        }
        List<Value> keys = new ArrayList<>(path.steps().size());
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Field field) {
                keys.add(new StringValue(field.name().text()));
            } else if (step instanceof Path.Index index) {
                keys.add(evaluate(index.index(), names, source));
            }
        }
        return keys;
    }

    void wrote(String id) {
        if (written == null) {
            written = new HashSet<>();
        }
        written.add(id);
    }

    /** True where this run has written what a computed name depends on, so that the state's value is an old one. */
    boolean outdated(Slot.Computed computed) {
        if (written == null) {
            return false;
        }
        for (String id : written) {
            if (computed.sources().contains(id)) {
                return true;
            }
        }
        return false;
    }
}
